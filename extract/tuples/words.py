"""The word lists of `extract/rules/result_words.yaml`, compiled once."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

WordList = Literal["verbs", "ends", "frequency_heads", "hollow_heads", "not_results"]


@cache
def words(role: WordList) -> re.Pattern[str]:
    """A pattern that matches one word of the list, whole and in any case.

    >>> bool(words("verbs").fullmatch("était"))
    True
    """
    lists = yaml.safe_load(files("extract.rules").joinpath("result_words.yaml").read_text(encoding="utf-8"))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lists[role])})(?![\w-])", re.IGNORECASE)
