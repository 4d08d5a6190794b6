"""The word lists of `extract/rules/result_words.yaml`, compiled once."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from extract.rules.yaml_files import load_yaml

WordList = Literal["verbs", "ends", "frequency_heads", "hollow_heads", "bare_heads", "not_results"]


@cache
def outcome_verbs() -> Mapping[str, re.Pattern[str]]:
    """For each noun of `outcome_verbs` the verb forms that say it, in the order of the file."""
    verbs = _lists()["outcome_verbs"]
    return {
        noun: re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE) for noun, forms in verbs.items()
    }


@cache
def _lists() -> Mapping[str, Any]:
    return cast(
        Mapping[str, Any],
        load_yaml(files("extract.rules").joinpath("result_words.yaml").read_text(encoding="utf-8")),
    )


@cache
def words(role: WordList) -> re.Pattern[str]:
    """A pattern that matches one word of the list, whole and in any case.

    >>> bool(words("verbs").fullmatch("était"))
    True
    """
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_lists()[role])})(?![\w-])", re.IGNORECASE)
