"""What the whole document tells of its trials: drug, phase, size, and which names are members of a series."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.model import Drug, Trial
from extract.tuples.clauses import read_mentions
from extract.tuples.context import Context
from extract.tuples.frame import KnownStudy
from extract.tuples.programmes import is_member


@dataclass(frozen=True, slots=True)
class DocumentTrials:
    """`known` is what the text tells of each trial; `drugs` the drug by the rules, where the document names it."""

    known: Mapping[str, KnownStudy]
    drugs: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    def expand(self, trials: tuple[str, ...]) -> tuple[str, ...]:
        """The trials, a programme that names a series (« PERFECT ») as its members (« PERFECT 1 », « PERFECT 2 »)."""
        if len(trials) != 1 or len(self.members.get(trials[0], ())) < 2:
            return trials
        return self.members[trials[0]]

    def drug_of(self, trial: str) -> str | None:
        """The drug of a trial by the rules, or the one drug of two or more trials of the same programme.

        Trials of one drug share the first word of their names (« ECZTRA 1 », « DELTA FORCE »).
        """
        if trial in self.drugs:
            return self.drugs[trial]
        siblings = {name: drug for name, drug in self.drugs.items() if _programme(name) == _programme(trial)}
        return siblings.popitem()[1] if len(siblings) > 1 and len(set(siblings.values())) == 1 else None


def read_trials(doc: Doc, context: Context) -> DocumentTrials:
    """What `doc` tells of its trials at its end; nothing for a document without sentences."""
    values = [mention.value for mention in read_mentions(doc) if mention.family in ("drug", "trial")]
    named = {value.name for value in values if isinstance(value, Drug)}
    trials = {value.acronym: value for value in values if isinstance(value, Trial)}
    members = {name: tuple(other for other in trials if is_member(other, name)) for name in trials}
    told = context.frames[-1].studies if context.frames else ()
    return DocumentTrials(
        known={study.trial: study for study in told},
        drugs={name: value.drug for name, value in trials.items() if value.drug and value.drug in named},
        members={name: found for name, found in members.items() if found},
    )


def _programme(trial: str) -> str:
    return re.split(r"[ -]|(?<=[a-zA-Z])(?=\d)", trial)[0].upper()
