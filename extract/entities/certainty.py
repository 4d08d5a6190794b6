"""Certainty cues: « aucune différence », « pourrait », « est en cours », « seuil de significativité »."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.entities.model import Certainty
from extract.entities.spans import Found, put_spans
from extract.rules import load_rules
from extract.rules.model import CertaintyKind, CueGroup
from schema.vocabulary import Status

_WORD = re.compile(r"[^\W\d_]+")
_GAP = r"(?: [^\s.;:!?]+){0,4} "
_STATUS: dict[str, Status] = {"planned": "planned", "ongoing": "ongoing", "completed": "completed"}


class CertaintyCues:
    """Finds the forms of cue groups; indexed by first word, so that a text costs one look-up a word.

    >>> cues = CertaintyCues([CueGroup("planned", ("est prévu*",), (), ())])
    >>> [(found.start, found.value.kind) for found in cues("un essai est prevue")]
    [(9, 'planned')]
    """

    def __init__(self, groups: Iterable[CueGroup]) -> None:
        self._by_first_word: dict[str, list[tuple[re.Pattern[str], Certainty]]] = {}
        for group in groups:
            value = Certainty(cast(CertaintyKind, group.role), _STATUS.get(group.role))
            for form in sorted(group.forms, key=len, reverse=True):
                folded = fold_lower(form)
                first = _WORD.match(folded)
                if first:
                    pattern = re.compile(_as_pattern(folded))
                    self._by_first_word.setdefault(first.group(), []).append((pattern, value))

    def __call__(self, text: str) -> Iterator[Found]:
        """The cues in folded text, in text order; where several begin at one word, the longest."""
        low = text.lower()
        read_to = 0
        for word in _WORD.finditer(low):
            candidates = self._by_first_word.get(word.group())
            if candidates and word.start() >= read_to:
                matches = [(m.end(), value) for pattern, value in candidates if (m := pattern.match(low, word.start()))]
                if matches:
                    read_to, value = max(matches, key=lambda m: m[0])
                    yield Found(word.start(), read_to, value)


def _as_pattern(form: str) -> str:
    """The regular expression of a folded form; its `*` and `…` are those of certainty.yaml."""
    gapped = [_words(part.strip()) for part in form.split("…")]
    return _GAP.join(gapped) + r"(?![\w])"


def _words(part: str) -> str:
    return re.escape(part).replace(r"\*", r"\w*").replace(r"\ ", " ")


def make_certainty(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component that sets `doc.spans["certainty"]` by the forms of certainty.yaml."""
    cues = CertaintyCues(load_rules(Path(rules_dir) if rules_dir else None).certainty)

    def read(doc: Doc) -> Doc:
        put_spans(doc, "certainty", cues(doc._.reading), claim=False)
        return doc

    return read


Language.factory("extract_certainty", default_config={"rules_dir": None}, func=make_certainty)
