"""Trials by acronym: those of the lexicon, those that a cue introduces, and the further members of a series.

« l'essai ZODIAC-2 » makes ZODIAC-2 a trial of the document wherever it stands; « SOLO 1 et 2 » and « UltIMMa-1/-2 »
are two trials each, the second find covering its number alone.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Trial
from extract.entities.spans import Found, layers_of, put_spans, text_of
from extract.entities.terms import longest
from extract.entities.trial_series import last_words, series_members
from extract.entities.trial_shapes import trials_by_shape
from extract.entities.trial_spelling import as_written
from extract.rules import Rules, load_rules
from extract.rules.keys import term_key


def make_trials(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component with the rules of `rules_dir` laid over ours."""
    rules = load_rules(Path(rules_dir) if rules_dir else None)
    return partial(_find_trials, known=_known_trials(rules))


Language.factory("extract_trials", default_config={"rules_dir": None}, func=make_trials)


def _known_trials(rules: Rules) -> dict[tuple[str, ...], Trial]:
    return {
        term_key(entry.acronym): Trial(entry.acronym, True, entry.drug or None, entry.indication or None, entry.phase)
        for entry in rules.trials
    }


def _find_trials(doc: Doc, known: dict[tuple[str, ...], Trial]) -> Doc:
    text: str = layers_of(doc).reading
    by_lexicon = [find for find in layers_of(doc).terms.get("trial", ()) if not _in_capitals(text, find)]
    finds = longest(_without_parts([*by_lexicon, *trials_by_shape(text, doc)]))
    finds = longest([*finds, *series_members(text, finds, known)])
    finds = longest([*finds, *last_words(text, finds)])
    put_spans(doc, "trial", as_written(text, text_of(doc), finds))
    return doc


def _without_parts(finds: Sequence[Found]) -> list[Found]:
    """`finds` without unknown names that are the last word of another: PSO-1 where the text names POETYK PSO-1 too."""
    acronyms = [cast(Trial, find.value).acronym for find in finds]
    last_parts = {acronym.rpartition(" ")[2] for acronym in acronyms if " " in acronym}
    return [f for f in finds if cast(Trial, f.value).known or cast(Trial, f.value).acronym not in last_parts]


def _in_capitals(text: str, find: Found) -> bool:
    """A word like GUIDE or EXPRESS inside a heading in capitals is no trial."""
    if not text[find.start : find.end].isalpha():
        return False
    before = text[max(0, find.start - 30) : find.start].rpartition("\n")[2]
    after = text[find.end : find.end + 30].partition("\n")[0]
    around = re.findall(r"[^\W\d_]{4,}", f"{before} {after}")
    return len(around) >= 2 and all(word.isupper() for word in around)
