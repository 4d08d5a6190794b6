"""Which endpoint and which time a series of values is about."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extract.entities.model import Endpoint, Timepoint
from extract.tuples.anaphora import loss_of, noun_again
from extract.tuples.arm import PlacedArm
from extract.tuples.cells import Cell
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.distribution import Moment
from extract.tuples.judged import tells_efficacy
from extract.tuples.labels import full_label, had_one, label_at_site
from extract.tuples.named_beside import phrase_beside
from extract.tuples.series import Series
from extract.tuples.slots import NOTHING, Slots, is_population
from extract.tuples.time_measured import time_measured
from extract.tuples.words import noun_of_verb

_GAINED = re.compile(
    r"(?:\bau moins|≥) ?(?P<points>\d+) ?(?P<unit>points?\b|%)"
    r"|\b(?:gain|baisse|réduction|diminution|amélioration|recul|diminuée?s?|réduite?s?) d(?:e |['’])"
    r"(?P<fall>\d+|deux|trois|quatre|cinq|six) points\b",
    re.IGNORECASE,
)
"""« au moins 4 points », « une baisse de 4 points »: what a share of patients reached."""
_FIGURES = {"deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6"}
_RESPONSE = re.compile(r"(?:taux de )?(?:réponses?|répondeurs)", re.IGNORECASE)
_NIL = re.compile(r"\b(?:nul|nulle|nuls|à zéro|égale? à 0)\b")

_BRACKET = re.compile(r"^[\w' -]{2,40}\s?\($")
_GENERAL = re.compile(r"améliorations?", re.IGNORECASE)
"""Endpoints of the lexicon that say less than the words around them: « des améliorations de la force »."""

_ASIDE = re.compile(
    r"[^:;()]*(?::\s[^,:;]*\b(?:pour|par|après|dont)\s.*"
    r"|,\s(?:dont|surtout|notamment|principalement|essentiellement|et d(?:e|['’])\s?|avec|malgré)(?:\s.*)?)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?P<what>.*)\s(?:pour|en raison d(?:e|['’]|es)|à cause d(?:e|['’]|es)|du fait d(?:e|['’]|es))\s?"
    r"(?:les? |la |une? |des |l['’])?$",
    re.IGNORECASE,
)
_IMPROVES_IT = re.compile(r".{0,2}\b(?:l['’]|les |la )amélior(?:e|ent|ait|aient)\b", re.IGNORECASE)

OutcomeKind = Literal["response", "score", "event", "outcome"]


class Outcome(NamedTuple):
    """An endpoint by its label; `by_phrase` where no lexicon knows it, `carried` where another clause names it."""

    label: str
    kind: OutcomeKind
    by_phrase: bool = False
    carried: bool = False
    scale: str | None = None

    @property
    def scored(self) -> bool:
        """Whether bare numbers of it are means: a score, an index, a number of lesions."""
        return self.kind == "score"


def of_endpoint(endpoint: Endpoint) -> Outcome:
    """The outcome that an endpoint of the lexicon names."""
    return Outcome(endpoint.label, endpoint.kind, scale=endpoint.scale)


def outcome_of(
    clauses: Clauses, series: Series, placed: Sequence[PlacedArm], previous: Outcome | None
) -> Outcome | None:
    """The outcome of a series: named by the lexicon in its words, else by a noun phrase, else that of `previous`.

    None where nothing tells what was measured.
    """
    lasting = time_measured(clauses, series.cells[0])
    if lasting:
        return Outcome(lasting, "outcome", by_phrase=True)
    words_before = clauses.slice(series.start, series.cells[0].estimate.start)
    again = noun_again(words_before, previous.label, clauses.slice(clauses.start, series.start)) if previous else None
    if previous and "perdu" in clauses.text:
        again = again or loss_of(clauses.slice(series.cells[0].estimate.end, series.cells[0].end), previous.label)
    if previous and again:
        return previous._replace(label=again, scale=None)
    named = _named(clauses, series)
    if named and (stopped := _stopped_for(clauses, series, named)):
        return Outcome(stopped, "event")
    if named and _is_aside(clauses, series):
        phrase = phrase_beside(clauses, series, placed)
        return Outcome(phrase, "outcome", by_phrase=True) if phrase else of_endpoint(named)
    if named and not _GENERAL.fullmatch(named.label):
        return _specific(clauses, series, of_endpoint(named), previous)
    phrase = phrase_beside(clauses, series, placed)
    if phrase and had_one(clauses, series):
        phrase = phrase.removeprefix("absence de ").removeprefix("absence d'")
    if named and not (phrase and _says_more(phrase, series)):
        return _specific(clauses, series, of_endpoint(named), previous)
    if phrase:
        return Outcome(phrase, "outcome", by_phrase=True)
    if previous is None:
        return None if tells_efficacy(words_before) else sole_outcome(clauses, series.end)
    label = label_at_site(clauses, series.cells[0].estimate.start, previous.label)
    return previous._replace(label=label, carried=True)


def _is_aside(clauses: Clauses, series: Series) -> bool:
    """« interrompu chez 5 % : une fois pour kératite », « chez 9 %, et de quelques nausées »: whether the endpoint
    stands only behind the value, where the sentence has begun to tell of something else."""
    first = series.cells[0]
    at = next((c.after.endpoint_at for c in series.cells if c.after.endpoint), None)
    if first.before.endpoint or at is None or first.estimate.unit != "%":
        return False
    return _ASIDE.fullmatch(clauses.slice(series.cells[-1].estimate.end, at)) is not None


def _stopped_for(clauses: Clauses, series: Series, named: Endpoint) -> str | None:
    """« 3 % ont quitté l'essai en raison d'un vertige »: the event is the reason of what was counted."""
    at = next((c.after.endpoint_at for c in series.cells if c.after.endpoint), None)
    if series.cells[0].before.endpoint or at is None or named.kind != "event":
        return None
    reason = _REASON.search(clauses.slice(series.cells[-1].estimate.end, at))
    stopped = reason and noun_of_verb(reason["what"]) == "arrêt du traitement"
    return f"arrêt pour {named.label}" if stopped else None


def _says_more(phrase: str, series: Series) -> bool:
    """Whether a phrase tells more than « amélioration »: several words, or the one whose points changed."""
    return len(phrase.split()) > 1 or (series.cells[0].estimate.unit != "%" and not _GENERAL.fullmatch(phrase))


def sole_outcome(clauses: Clauses, end: int | None = None) -> Outcome | None:
    """The one outcome that a sentence names, wherever it stands; None where it names none or several.

    For values that end at the character `end` it does not stand behind « ; » or « mais » after them.
    """
    named = {
        m.value.label: m.value
        for m in clauses.of("endpoint")
        if isinstance(m.value, Endpoint) and not is_population(clauses, m) and not _of_other_clause(clauses, m, end)
    }
    return of_endpoint(next(iter(named.values())))._replace(carried=True) if len(named) == 1 else None


def _of_other_clause(clauses: Clauses, mention: Mention, end: int | None) -> bool:
    """« plus de brûlures (RR 3,1) mais moins de poussées »: whether another clause than the value's names it."""
    if end is None:
        return False
    parts = [b for b in clauses.breaks_between(end - 1, mention.start) if b.kind in (";", "mais")]
    return any(b.kind == "mais" or ")" not in clauses.slice(b.start, mention.start) for b in parts)


def _specific(clauses: Clauses, series: Series, outcome: Outcome, previous: Outcome | None) -> Outcome:
    """« le taux de réponse » is that of the response named before; a score that was nil for a share of patients is
    the scale's threshold 0."""
    if previous and previous.label.startswith(f"{outcome.label} ") and _points_back(clauses, series):
        return previous._replace(carried=True)
    if _RESPONSE.fullmatch(outcome.label) and previous and previous.kind == "response":
        return previous._replace(carried=True)
    first = series.cells[0]
    if not outcome.scored or first.estimate.unit != "%":
        return outcome
    gained = _GAINED.search(clauses.slice(first.start, first.end))
    if gained:
        if gained["fall"] or gained["unit"].startswith("point"):
            points = gained["points"] or _FIGURES.get(gained["fall"].lower(), gained["fall"])
            return Outcome(_gaining(outcome, points), "response")
        if outcome.scale:
            return Outcome(f"{outcome.scale}{gained['points']}", "response")
    nil = _NIL.search(clauses.slice(first.start, first.estimate.start))
    return Outcome(f"{outcome.label}=0", "response") if nil else outcome


def _gaining(outcome: Outcome, points: str) -> str:
    """The label of a gain of points: « NRS4 » of pruritus, « NRS3 douleur », « DLQI4 »."""
    scale, _, of = (outcome.scale or outcome.label).partition(" ")
    return f"NRS{points}" if "prurit" in outcome.label.lower() else f"{scale}{points} {of}".strip()


def _points_back(clauses: Clauses, series: Series) -> bool:
    """« cette survie à deux ans »: the one named before, by its first word."""
    at = series.cells[0].before.endpoint_at
    return at is not None and bool(re.search(r"\bcett?e?\s$", clauses.slice(at - 6, at), re.IGNORECASE))


def _named(clauses: Clauses, series: Series) -> Endpoint | None:
    first = series.cells[0]
    before, after = first.before, next((c.after for c in series.cells if c.after.endpoint), NOTHING)
    if before.endpoint and after.endpoint:
        if _after_is_nearer(clauses, first, before, after):
            before = after
    elif after.endpoint:
        before = after
    if before is first.before and before.endpoint and _GENERAL.fullmatch(before.endpoint.label):
        if _is_verb_with_object(clauses, before.endpoint_at):
            return None
        return _improved(clauses, first, before)
    return full_label(clauses, series, before.endpoint, before.endpoint_at) if before.endpoint else None


def _is_verb_with_object(clauses: Clauses, at: int | None) -> bool:
    """« le gel l'améliore aussi »: what it improves was told before."""
    return at is not None and _IMPROVES_IT.match(clauses.slice(at - 4, at + 10).lstrip()) is not None


def _improved(clauses: Clauses, cell: Cell, before: Slots) -> Endpoint | None:
    """« le DLQI s'était amélioré de 7 points », « de 30 % »: the score that improved; a share of patients may have."""
    scores = [
        m.value
        for m in clauses.of("endpoint")
        if isinstance(m.value, Endpoint)
        and m.value.kind == "score"
        and cell.start <= m.start < (before.endpoint_at or 0)
    ]
    by_how_much = re.search(r"\bde\s*$", clauses.slice(cell.start, cell.estimate.start))
    return scores[-1] if scores and (cell.estimate.unit != "%" or by_how_much) else before.endpoint


def _after_is_nearer(clauses: Clauses, first: Cell, before: Slots, after: Slots) -> bool:
    """« Chez les malades au PASI > 10, 45 % ont atteint un PASI 75 »: the endpoint of the value's own clause."""
    assert before.endpoint and after.endpoint and before.endpoint_at is not None and after.endpoint_at is not None
    if _BRACKET.search(clauses.slice(before.endpoint_at, first.estimate.start)):
        return False  # « le prurit (5 %) étaient les effets indésirables principaux »
    if first.estimate.unit == "%" and before.endpoint.kind == "score" and after.endpoint.kind != "score":
        return True
    left = [b for b in clauses.breaks_between(before.endpoint_at, first.estimate.start) if b.kind in (",", ";", "mais")]
    right = [b for b in clauses.breaks_between(first.estimate.end, after.endpoint_at) if b.kind in (",", ";", ":")]
    return bool(left) and not right and clauses.depth_at(after.endpoint_at) <= clauses.depth_at(first.estimate.start)


def moment_of(series: Series) -> Moment | None:
    """The time told in the words of a series, before its first value or behind one of them; a baseline is none."""
    slots = [series.cells[0].before, *(c.after for c in series.cells), *(c.before for c in series.cells[1:])]
    for slot in slots:
        if slot.timepoint and slot.timepoint_at and slot.timepoint.role != "baseline":
            return Moment(slot.timepoint, *slot.timepoint_at)
    return None


def own_moment(cell: Cell) -> Moment | None:
    """The time that the words before one value tell; a baseline is none."""
    slot = cell.before
    if slot.timepoint is None or slot.timepoint_at is None or slot.timepoint.role == "baseline":
        return None
    return Moment(slot.timepoint, *slot.timepoint_at)


def only_moment(clauses: Clauses) -> Moment | None:
    """The one time that the sentence tells, wherever it stands: it holds for every series of the sentence."""
    times = [m for m in clauses.of("timepoint") if isinstance(m.value, Timepoint) and m.value.role == "at"]
    return Moment(times[0].value, times[0].start, times[0].end) if len(times) == 1 else None  # type: ignore[arg-type]
