"""Evidence tables from French dermatology PDFs, by rules and without a language model."""
