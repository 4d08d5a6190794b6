"""Full text of the passages: all words must occur, words in quotes side by side, `word*` starts a word."""

import re
import unicodedata
from typing import Literal

from schema.errors import UsageError

_PART = re.compile(r'"([^"]*)"|«([^»]*)»|(\S+)')
_WORD = re.compile(r"[^\W_]+")


def text_condition(
    dialect: Literal["sqlite", "postgresql"], asked: str, values: dict[str, str | int | float | None]
) -> str:
    """The SQL condition that a row's passage holds what was asked; its parameter is added to `values`.

    Raises:
        UsageError: nothing that could be searched for.
    """
    phrases = parse_search(asked)
    if not phrases:
        raise UsageError(f"--text: « {asked} » holds no word to search for")
    if dialect == "sqlite":
        values["search"] = " ".join(_fts5(phrase) for phrase in phrases)
        return "passage_id IN (SELECT rowid FROM passage_search WHERE passage_search MATCH :search)"
    values["search"] = " & ".join(f"({_tsquery(phrase)})" for phrase in phrases)
    return "passage_id IN (SELECT passage_id FROM passage_search WHERE words @@ CAST(:search AS tsquery))"


def parse_search(asked: str) -> tuple[tuple[str, ...], ...]:
    """The phrases asked for, each as its folded words; the last word of one typed with `*` ends in `*`.

    >>> parse_search('l’œdème "critère principal" repigm*')
    (('l', 'oedeme'), ('critere', 'principal'), ('repigm*',))
    """
    phrases = []
    for quoted, french, bare in _PART.findall(asked):
        found = _indexed_words(quoted or french or bare)
        if found:
            phrases.append((*found[:-1], found[-1] + "*") if bare.endswith("*") else found)
    return tuple(phrases)


def _indexed_words(text: str) -> tuple[str, ...]:
    """The words as both full-text indices hold them: lower case, no accents, ligatures written out."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _fts5(phrase: tuple[str, ...]) -> str:
    """The phrase in the query language of FTS5 (https://www.sqlite.org/fts5.html), every word as a quoted string."""
    text = " ".join(phrase)
    return f'"{text[:-1]}"*' if text.endswith("*") else f'"{text}"'


def _tsquery(phrase: tuple[str, ...]) -> str:
    """The phrase as a PostgreSQL tsquery."""
    return " <-> ".join(f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'" for word in phrase)
