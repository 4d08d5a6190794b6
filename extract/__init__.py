"""Evidence tables from French dermatology PDFs, by rules and without a language model."""

__version__ = "0.1.0"
