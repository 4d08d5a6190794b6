"""Word lists of the tuple rules (`mechanism.yaml`, `study.yaml`, `tables.yaml`): a name, then a phrase a line."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from extract.rules.tables import RuleError

WordLists = Mapping[str, tuple[str, ...]]

_PLAIN = re.compile(r"[a-z0-9 '…().*/%+-]+")


@lru_cache(maxsize=16)
def read_word_lists(path: Path, names: tuple[str, ...]) -> WordLists:
    """The lists `names` of the file at `path`; they are compared with text in lower case without accents.

    Raises RuleError where the file is no YAML, has other lists, or a word has capitals or accents that nothing matches.

    >>> lists = read_word_lists(Path(__file__).parent / "tables.yaml", TABLE_LISTS)
    >>> "effectif" in lists["size_heads"]
    True
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError.at(path.name, 0, "", f"not readable as YAML ({error})", "check indent and encoding") from error
    if not isinstance(data, Mapping) or set(data) != set(names):
        raise RuleError.at(path.name, 0, "", "other lists than expected", f"the lists are {', '.join(names)}")
    return {name: _words(path.name, name, data[name]) for name in names}


def _words(file: str, name: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not words:
        raise RuleError.at(file, 0, name, "it is no list", "put each word on a line of its own after a dash")
    for word in words:
        if not isinstance(word, str) or not _PLAIN.fullmatch(word):
            raise RuleError.at(file, 0, name, f"« {word} » is no word in lower case without accents", "write it so")
    return tuple(words)


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, longest first, with any spacing between parts; `…` is a few words.

    >>> bool(re.fullmatch(any_of(["se lie", "se lie a"]), "se  lie a"))
    True
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(_part(part) for part in word.split()) for word in ordered) + ")"


def _part(part: str) -> str:
    return r"[^.;:()⟨⟩]{1,40}?" if part == "…" else re.escape(part)


MECHANISM_LISTS = (
    "nouns", "carriers", "prepositions", "verbs", "copulas", "formulations", "object_verbs", "no_targets",
    "actions", "participles", "same_target",
    "anaphors", "first_named", "second_named", "third_named", "fourth_named", "barriers", "foils",
)  # fmt: skip
STUDY_LISTS = ("nouns", "design", "decisive", "under_study", "general", "unreal", "enrolment", "anaphors")
TABLE_LISTS = (
    "baseline_captions", "baseline_rows", "general_labels", "size_heads", "p_heads", "time_heads", "target_heads",
    "treated_heads", "baseline_heads",
)  # fmt: skip
