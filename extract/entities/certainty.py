"""Certainty cues: « aucune différence », « pourrait », « est en cours », « seuil de significativité »."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress
from pathlib import Path
from typing import NamedTuple, cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.entities.model import Certainty
from extract.entities.pieces import Pieces, pieces
from extract.entities.spans import Found, layers_of, put_spans
from extract.rules import load_rules
from extract.rules.keys import term_key
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
        forms: dict[str, list[tuple[str, Certainty]]] = {}
        for group in groups:
            value = Certainty(cast(CertaintyKind, group.role), _STATUS.get(group.role))
            for form in map(fold_lower, group.forms):
                if first := _WORD.match(form):
                    forms.setdefault(first.group(), []).append((form, value))
        self._by_first_word = _FormsByWord(forms)
        self._first_keys = {key for word in forms for key in term_key(word)}

    def __call__(self, text: str, low: str | None = None, cut: Pieces | None = None) -> Iterator[Found]:
        """The cues in folded text, in text order; of several that begin at one word, the longest form."""
        low = low or text.lower()
        cut = cut or pieces(text)
        by_first_word, starts, ends = self._by_first_word, cut.starts, cut.ends
        read_to = 0
        for at in compress(range(len(starts)), map(self._first_keys.__contains__, cut.keys)):
            start = starts[at]
            cues = by_first_word[low[start : ends[at]]] if start >= read_to else None
            if cues and (cue := cues.pattern.match(low, start)):
                read_to = cue.end()
                yield Found(start, read_to, cues.values[(cue.lastindex or 1) - 1])


class _AnyOf(NamedTuple):
    """One regular expression for the forms that begin with a word, and the value of each of its groups."""

    pattern: re.Pattern[str]
    values: tuple[Certainty, ...]

    @staticmethod
    def of(forms: Iterable[tuple[str, Certainty]]) -> "_AnyOf":
        ordered = sorted(forms, key=lambda form: -len(form[0]))
        pattern = "|".join(f"({_as_pattern(form)})" for form, _ in ordered)
        return _AnyOf(re.compile(pattern), tuple(value for _, value in ordered))


class _FormsByWord(dict[str, _AnyOf | None]):
    """The forms that begin with a word, made ready when a text first holds it: few texts hold many such words."""

    def __init__(self, forms: Mapping[str, list[tuple[str, Certainty]]]) -> None:
        super().__init__()
        self._forms = forms

    def __missing__(self, word: str) -> _AnyOf | None:
        self[word] = ready = _AnyOf.of(self._forms[word]) if word in self._forms else None
        return ready


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
        layers = layers_of(doc)
        put_spans(doc, "certainty", cues(layers.reading, layers.reading_low, layers.pieces), claim=False)
        return doc

    return read


Language.factory("extract_certainty", default_config={"rules_dir": None}, func=make_certainty)
