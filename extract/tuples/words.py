"""The word lists of `extract/rules/result_words.yaml`, compiled once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, Literal, cast

from extract.entities.folding import lowered
from extract.rules.yaml_files import load_yaml

WordList = Literal[
    "verbs", "ends", "frequency_heads", "hollow_heads", "bare_heads", "bare_adjectives", "not_results", "outdoing",
    "qualifying_adjectives", "rivalling", "aims", "effects", "states",
]  # fmt: skip


_OPENINGS: Mapping[WordList, str] = {
    "not_results": (
        "âge âges sexe homm femm popu habi anté préa essa étud publ comp anal cabi cent méde prat derm espé esco prév "
        "anti tabl util perd puis supp hypo effe marg seui coût euro fina doit doiv excé dépa fume muta rand incl term "
        "brev préd théo atte phot form siég loca situ"
    ),
    "outdoing": "surc surp dépa deva supp égal domi bat batt empo riva",
}
"""Of lists that most sentences hold nothing of: how a word opens wherever one of the list stands, as with a `Cue`."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a list as one pattern, whole and in any case; the methods are those of a compiled pattern.

    The text is brought into lower case for it: an expression that ignores case takes three times as long.
    """

    pattern: re.Pattern[str]
    openings: frozenset[str] = frozenset()

    def may_stand(self, openings: frozenset[str]) -> bool:
        """Whether one of the words may stand in a sentence whose words open so (`Clauses.openings`)."""
        return not self.openings or not self.openings.isdisjoint(openings)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first of the words from `start` on."""
        return self.pattern.search(lowered(text), start)

    def match(self, text: str) -> re.Match[str] | None:
        """The word that begins the text."""
        return self.pattern.match(lowered(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The word that is the text."""
        return self.pattern.fullmatch(lowered(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All of the words, in text order."""
        return self.pattern.finditer(lowered(text))


def noun_of_verb(text: str) -> str | None:
    """The noun of `outcome_verbs` whose verb the text holds; of several the first in the file.

    >>> noun_of_verb("Ont récidivé")
    'récidive'
    """
    each, any_verb = _outcome_verbs()
    if not any_verb.search(text):
        return None
    return next(noun for noun, verbs in each.items() if verbs.search(text))


@cache
def _outcome_verbs() -> tuple[Mapping[str, Words], Words]:
    """The verb forms that say each noun, in the order of the file, and all of them as one list."""
    verbs: Mapping[str, list[str]] = _lists()["outcome_verbs"]
    return {noun: _compiled(forms) for noun, forms in verbs.items()}, _compiled(chain.from_iterable(verbs.values()))


@cache
def _lists() -> Mapping[str, Any]:
    return cast(
        Mapping[str, Any],
        load_yaml(files("extract.rules").joinpath("result_words.yaml").read_text(encoding="utf-8")),
    )


@cache
def words(role: WordList) -> Words:
    """One word of the list, whole and in any case.

    >>> bool(words("verbs").fullmatch("était"))
    True
    """
    return _compiled(_lists()[role], _OPENINGS.get(role, ""))


def _compiled(forms: Iterable[str], openings: str = "") -> Words:
    return Words(re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])"), frozenset(openings.split()))
