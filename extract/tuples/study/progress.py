"""How far along a study is: completed unless the words around it say that it goes on or is planned."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from extract.entities.model import Certainty
from extract.rules.word_lists import holds_any
from extract.tuples.clauses import Mention, mentions_in
from extract.tuples.marking import Marked
from extract.tuples.study.mentions import StudyMention
from schema.vocabulary import Status

_IN_PHASE = re.compile(
    r"\b(?<!\ba )(?<!\bont )(?<!\bete )"
    r"(?:est|sont|entren?t?|evaluee?s?|testee?s?|etudiee?s?|poursui\w+)\s(?:[a-z]+\s){0,2}(?:en|dans une)\s$"
)
"""« est en phase III », « se poursuit en phase II »: what stands before the phase of a study under way."""
_PHASE_ENDS = ("en", "une")

_HAS_GIVEN = re.compile(
    r"[^.;,]{0,30},\s(?:a|ont|\w{2,}ait|\w{2,}aient)\s(?!\w+\s(?:debut|commenc)|debut|commenc|recrut|inclu)"
)
"""« évalué en phase IIb, a donné 21 % »: what stands behind a study that has told its results."""

_UNDER_WAY = re.compile(
    r"\bfait\s(?:\w+\s)?l'objet|\bentr(?:e|ent)\sdans\s(?:des?|l[ae]s?|une?|deux|trois)\s"
    r"|\b(?:a|ont|vient de|viennent de)\s(?:\w+\s)?debute|\brecrute(?:nt)?\b|\bse poursui\w+"
)
"""« fait actuellement l'objet d'un essai », « les inclusions ont débuté »."""
_UNDER_WAY_CORES = ("objet", "entre", "debute", "recrute", "poursui")

_TO_COME = re.compile(
    r"\bprepare(?:nt)?\s(?:une?|des|deux|sa|son|leur|leurs)\s|\b(?:doi(?:t|vent)|devrai(?:t|ent)|va|vont)\s(?:[a-z]+\s)?(?:etre|entrer|faire)\b|\bser(?:a|ont)\s(?:[a-z]+\s)?"
    r"(?:evalu|test|etudi|compar)"
)
"""« doit être évalué dans une étude de phase III »: the study has not begun."""
_TO_COME_CORES = ("prepare", "doit", "doivent", "devrai", "va", "vont", "sera", "seront")

_RESULTS_OF = re.compile(r"\bresultats?\s(?:de|d'|du|des)\s?[^.;]{0,20}$")
"""« les résultats de la phase III sont attendus »: the results are to come, the study is under way."""


def status_of(mention: StudyMention, marked: Marked, doc: Doc) -> tuple[Status, bool]:
    """The status of a mention's study, and whether the text tells it: the first cue after, in or before the mention.

    A study of which nothing is told is completed.
    """
    clause = mention.after.partition(";")[0]
    before = mention.before.rpartition(";")[2]
    found = _cued(mention, marked, before, clause, mentions_in(doc, "certainty", marked.start, marked.end))
    if found == "planned" and _RESULTS_OF.search(before):
        return "ongoing", True
    if found:
        return found, True
    if holds_any(before, _TO_COME_CORES) and _TO_COME.search(before):
        return "planned", True
    in_phase = before[:-1].endswith(_PHASE_ENDS) and _IN_PHASE.search(before) and not _HAS_GIVEN.match(clause)
    under_way = in_phase or _is_under_way(before) or _is_under_way(clause)
    return ("ongoing", True) if under_way else ("completed", False)


def _is_under_way(text: str) -> bool:
    return holds_any(text, _UNDER_WAY_CORES) and _UNDER_WAY.search(text) is not None


def _cued(mention: StudyMention, marked: Marked, before: str, clause: str, cues: Sequence[Mention]) -> Status | None:
    """The status of the first of the sentence's certainty cues that begins in the clause, the mention or before it."""
    told = [(cue.start, cue.value.status) for cue in cues if isinstance(cue.value, Certainty) and cue.value.status]
    if not told:
        return None
    stretches = (
        (mention.end, mention.end + len(clause)),
        (mention.start, mention.end),
        (mention.start - len(before), mention.start),
    )
    for start, end in stretches:
        low, high = marked.offset(start), marked.offset(end)
        if status := next((status for at, status in told if low <= at < high), None):
            return status
    return None
