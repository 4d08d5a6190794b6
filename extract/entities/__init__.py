"""The spaCy pipeline that finds typed entities in a text."""

from extract.entities.library import import_spacy

import_spacy()  # before any module of this package imports spaCy in its own way
