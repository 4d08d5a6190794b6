"""What a stretch of a sentence names besides arms: endpoint, time and trials."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.entities.model import Endpoint, Timepoint, Trial
from extract.rules.word_lists import holds_any
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.frame import Frame
from extract.tuples.ordinals import trials_by_ordinal
from extract.tuples.words import noun_of_verb

_OPENING = 12
"""Characters within which a trial opens a sentence as its subject: « L'essai X confirme ce que Y avait montré »."""
_LIST_REACH = 30
"""Characters between an item in brackets and the comma that makes it one of a list."""
_THEME_END = 15
"""Characters within which « À l'inclusion, … » opens a sentence about the baseline."""

_AMONG = re.compile(
    r"(?:^|[,.;:]\s*)(?:dans|chez) (?:les?|la|l['’])\s*$"
    r"|(?:%|pour cent|tiers|moitié|quarts?) (?:des|d['’]entre les)\s*(?:(?:bons|anciens|mêmes|seuls)\s)?$"
)
_IN_STATE = re.compile(
    r"\b(?:patients|malades|sujets|enfants|adultes|ceux|celles)\s+(?:en|au|à|avec|ayant (?:obtenu|atteint|eu))\s+"
    r"(?:une?\s+|la\s+|l['’])?$"
)
_WHO_HAD = re.compile(
    r"\b(?:parmi|chez|sur)\s(?:l['’]ensemble des\s)?(?:ceux|celles|les|des|ces)\s(?:\w+\s){0,2}"
    r"(?:qui\s)?(?:avaient|ayant|ont)\s(?:\w+\s)?(?:obtenu|atteint|eu|présenté)\s(?:une?\s|la\s|le\s|l['’])?$"
)
"""« parmi ceux qui avaient obtenu un PASI 90, 12 % ont rechuté »."""
_PROGRESSED = re.compile(r"progress(?:é|ait|aient|e|ent)\s+(?:en moyenne\s+)?(?:de|d['’])\s", re.IGNORECASE)
_DASHED = re.compile(r" [–—] (?!\d)[^–—;()]{8,180} [–—] ")
_SHARE_OF_SUCH = re.compile(
    r"(?:%\)?|pour cent|tiers|moitié|quarts?) (?:des|d['’]entre les) "
    r"(?:(?:bons? |patients |malades |sujets |enfants )+\w+|répond(?:eu|a)\w+)$"
)
"""« 12 % des patients répondeurs ont rechuté »."""
_OF_SUCH = ("des ", "entre les ")
_IN = re.compile(r"(?:en|avec)\s+")
_BEFORE_POPULATION = (
    *("le", "les", "la", "l'", "l’", "des", "bons", "anciens", "mêmes", "seuls", "un", "une", "en", "au", "à", "avec"),
    *("obtenu", "atteint", "eu", "présenté"),
)
"""How the words end by which the first three expressions make a population of what is named behind them."""
_PERSONS = tuple(
    f"{one}{s} " for one in ("patient", "patiente", "malade", "enfant", "adulte", "sujet") for s in ("", "s")
)
_OUT_OF = re.compile(r" sur [a-z]{2,}")
"""« un enfant répondeur sur dix a rechuté »."""
_THEY_HAD = re.compile(r"[^,;.]{0,40}\b(?:avai(?:t|ent)|ont|gardai(?:t|ent)|maintenai(?:t|ent)|restai(?:t|ent))\b")
"""« 47 % des patients en clairance complète avaient récidivé »: what they had before, and what befell them."""

_BY_BASELINE = re.compile(r"(?:rapport|comparaison|comparée?s?|depuis) ", re.IGNORECASE)

_ANY_EVENT = re.compile(r"(?:effets?|[ée]v[ée]nements?|évènements?) (?:indésirables?|secondaires?)", re.IGNORECASE)
"""Adverse events of any kind."""


class Slots(NamedTuple):
    """Endpoint, time and trials of a value, each with where it stands; None or empty where nothing is said."""

    endpoint: Endpoint | None = None
    endpoint_at: int | None = None
    timepoint: Timepoint | None = None
    timepoint_at: tuple[int, int] | None = None
    trials: tuple[str, ...] = ()


NOTHING = Slots()
"""A stretch that names nothing."""


def read_slots(clauses: Clauses, start: int, end: int, frame: Frame, *, nearest_last: bool) -> Slots:
    """What a stretch names; of several, the one nearest to the value, which stands at its end or at its start."""
    if not (frame.series or clauses.has("endpoint", "timepoint", "trial")):
        return NOTHING
    order = -1 if nearest_last else 0
    endpoints = [
        m
        for m in clauses.of("endpoint")
        if start <= m.start
        and m.end <= end
        and not is_population(clauses, m)
        and not _is_past(clauses, m, end)
        and not _tells_by_how_much(clauses, m)
        and not (nearest_last and _is_aside(clauses, m, end))
    ]
    times = [m for m in clauses.of("timepoint") if start <= m.start and m.end <= end and _is_moment(clauses, m)]
    if nearest_last and (endpoints or times) and (aside := _between_dashes(clauses, start, end)):
        endpoints = [m for m in endpoints if m.start not in aside]
        times = [m for m in times if m.start not in aside]
    named = [m for m in clauses.of("trial") if start <= m.start and m.end <= end]
    opening = [m for m in named if m.start - clauses.start < _OPENING] if nearest_last else []
    if opening and not re.search(r"\b(?:dans|pour)\s*$", clauses.slice(named[-1].start - 6, named[-1].start)):
        order = 0
    trials = _group(clauses, named, order) or trials_by_ordinal(clauses.slice(start, end), frame.series, clauses.text)
    endpoint = _best(clauses, endpoints, -1 if nearest_last else 0)
    time = (times[-1] if nearest_last else times[0]) if times else None
    return Slots(
        endpoint.value if endpoint and isinstance(endpoint.value, Endpoint) else None,
        endpoint.start if endpoint else None,
        time.value if time and isinstance(time.value, Timepoint) else None,
        (time.start, time.end) if time else None,
        trials,
    )


def _best(clauses: Clauses, endpoints: Sequence[Mention], order: int) -> Mention | None:
    """The endpoint nearest to the value; the scale in brackets behind it defines it (« blanchiment (PGA 0) »), and a
    named event goes before « événements indésirables » as such (« le prurit est l'effet indésirable habituel »)."""
    if not endpoints:
        return None
    chosen = endpoints[order]
    index = endpoints.index(chosen)
    following = endpoints[index + 1] if index + 1 < len(endpoints) else None
    if following and re.fullmatch(r"\s*\(\s*", clauses.slice(chosen.end, following.start)):
        return following
    if following and _is_response_of(clauses, chosen, following):
        return following
    if isinstance(chosen.value, Endpoint) and _ANY_EVENT.fullmatch(chosen.value.label):
        others = [e for e in endpoints[:index] if isinstance(e.value, Endpoint) and e.value.kind == "event"]
        return others[-1] if others and order == -1 else chosen
    return chosen


def _is_response_of(clauses: Clauses, response: Mention, other: Mention) -> bool:
    of = isinstance(response.value, Endpoint) and response.value.label.startswith("répon")
    return of and _RESPONSE_OF.fullmatch(clauses.slice(response.end, other.start)) is not None


_RESPONSE_OF = re.compile(r"\s+(?:pour|sur|quant à)\s+(?:le\s+|la\s+|les\s+|l['’])")
"""« étaient répondeurs pour le prurit »."""
_TO_COMMA = re.compile(r"[^,;.()]{0,30},")
_PAST = re.compile(r",\s*(?:après|malgré|avant|depuis)\s+(?:une?\s+|l[ae]s?\s+|l['’])$", re.IGNORECASE)


def _is_past(clauses: Clauses, mention: Mention, value_at: int) -> bool:
    """« une rechute, après un succès initial, chez 32 % »: an aside between commas tells what came before."""
    closes = _TO_COMMA.match(clauses.slice(mention.end, value_at))
    return bool(closes and _PAST.search(clauses.slice(clauses.start, mention.start)))


def _tells_by_how_much(clauses: Clauses, mention: Mention) -> bool:
    """« le score avait progressé de 49 points »: a verb of change, not a disease that progressed."""
    following = clauses.slice(mention.start, mention.end + 25)
    return following[:8].lower() == "progress" and bool(_PROGRESSED.match(following))


def _between_dashes(clauses: Clauses, start: int, end: int) -> range | None:
    """The characters of « – c'est-à-dire sans traitement de secours – » before a value: they explain what is named."""
    told = clauses.slice(start, end)
    aside = _DASHED.search(told) if "–" in told or "—" in told else None
    return range(start + aside.start(), start + aside.end()) if aside else None


def _is_aside(clauses: Clauses, mention: Mention, value_at: int) -> bool:
    """« les quatre symptômes (prurit, fatigue) »: an outcome in brackets before the value is an example; a scale
    in brackets defines."""
    if clauses.depth_at(mention.start) <= clauses.depth_at(value_at) or not isinstance(mention.value, Endpoint):
        return False
    listed = any(b.kind == "," and b.depth > 0 and abs(b.start - mention.start) < _LIST_REACH for b in clauses.breaks)
    return mention.value.kind in ("event", "outcome") or (mention.value.kind == "score" and listed)


def _tells_of(clauses: Clauses, mention: Mention) -> bool:
    """Whether a baseline tells of a number: right beside one, or as the theme that opens the sentence; not in
    « les patients dont le score était haut au départ, … »."""
    comma = next((b for b in clauses.breaks if b.start >= mention.end and b.kind in (",", ";")), None)
    following = next((m for m in clauses.of("number", "fraction") if m.start >= mention.end), None)
    beside = following is None or comma is None or following.start < comma.start
    before = any(0 <= mention.start - m.end <= 4 for m in clauses.of("number", "fraction"))
    return before or beside or mention.start - clauses.start < _THEME_END


def is_population(clauses: Clauses, mention: Mention) -> bool:
    """« Dans les formes sévères, … »: patients in whom something was measured, not what was measured."""
    lead, named = clauses.slice_low(clauses.start, mention.start), clauses.slice_low(mention.start, mention.end)
    opening = _IN.match(named)  # of a mention « en rémission »
    if opening or lead.rstrip().endswith(_BEFORE_POPULATION):
        in_state = _IN_STATE.search(lead + (opening[0] if opening else "")) and _THEY_HAD.match(
            clauses.slice(mention.end, clauses.end)
        )
        if in_state or _AMONG.search(lead) or _WHO_HAD.search(lead):
            return True
    if lead.endswith(_PERSONS) and _OUT_OF.match(clauses.slice(mention.end, mention.end + 7)):
        return True
    if not (holds_any(lead + named, _OF_SUCH) and _SHARE_OF_SUCH.search(lead + named)):
        return False
    following = re.split(r"[,;:.]", clauses.slice(mention.end, clauses.end), maxsplit=1)[0]
    return noun_of_verb(following) is not None


def _is_moment(clauses: Clauses, mention: Mention) -> bool:
    """A time of measurement; « par rapport à l'inclusion » says against what a change is counted, not when."""
    if not isinstance(mention.value, Timepoint):
        return False
    lead = clauses.slice(mention.start - 3, mention.start + 3)
    within = mention.value.role == "duration" and (
        _opens_with_period(clauses, mention)
        or re.search(r"\ben\s", lead)  # « passée de 7,9 à 3,2 en quatre mois »
        or re.search(r"\b(?:premi[eè]re?s|derni[eè]re?s)\b", clauses.slice(mention.start, mention.end))
    )
    if mention.value.role not in ("at", "baseline", "followup") and not within:
        return False
    if mention.value.role == "baseline" and not _tells_of(clauses, mention):
        return False
    if re.search(
        r"\b(?:répondeurs|patients|malades|visite)\s+(?:de|à)\s+(?:la\s+)?$",
        clauses.slice(mention.start - 20, mention.start),
    ):
        return False  # « les répondeurs de la semaine 52 »
    if re.search(r"\bsoit\s+(?:à\s+)?$", clauses.slice(mention.start - 8, mention.start)):
        return False  # « À S36, soit trois mois après la dernière dose »: the same time told again
    cue = any(0 <= mention.start - b.end <= 4 for b in clauses.comparisons)
    return mention.value.role != "baseline" or not (
        cue or _BY_BASELINE.search(clauses.slice(mention.start - 22, mention.end))
    )


def _opens_with_period(clauses: Clauses, mention: Mention) -> bool:
    """« Pendant les douze mois de prophylaxie, 22 % ont rechuté »: the period over which a result was counted."""
    lead = clauses.slice(clauses.start, mention.start)
    return bool(
        re.fullmatch(
            r"\W*(?:[A-ZÀ-Ý]\w+\s+(?=[A-ZÀ-Ý]))?(?i:pendant|durant|sur|au cours d(?:e|es))\s+(?i:les?\s+|ces\s+)?", lead
        )
    )


def _group(clauses: Clauses, named: Sequence[Mention], order: int) -> tuple[str, ...]:
    """Trials named together (« SOLO 1 et SOLO 2 ») count as one mention."""
    groups: list[list[str]] = []
    last: Mention | None = None
    for mention in named:
        gap = clauses.slice(last.end, mention.start) if last else "."
        if isinstance(mention.value, Trial) and re.fullmatch(r"\s*(?:\([^)]*\))?\s*(?:,|et|ou|/)?\s*", gap):
            groups[-1].append(mention.value.acronym)
        elif isinstance(mention.value, Trial):
            groups.append([mention.value.acronym])
        last = mention
    return tuple(dict.fromkeys(groups[order])) if groups else ()
