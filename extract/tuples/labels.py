"""The full name of an endpoint of the lexicon, with what the text says around it: « survie sans échec », grades."""

import re
from dataclasses import replace

from extract.entities.folding import fold_lower
from extract.entities.model import Endpoint
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.noun_phrases import absence_of
from extract.tuples.series import Series
from extract.tuples.words import words

_ANY_EVENT = re.compile(r"(?:effets?|[ée]v[ée]nements?) (?:indésirables?|secondaires?)", re.IGNORECASE)
_GRADE = re.compile(r"\s+(?P<grade>de grades? \d(?:\s?(?:à|ou|et|-|/)\s?\d|\s(?:ou|et) (?:plus|au-delà)| au moins)?)\b")
_FREE_OF = re.compile(
    r"\b(?:étai(?:t|ent)|restai(?:t|ent)|sont|vivants?|indemnes?|patient(?:e?s)?|malades|sujets|enfants) sans $"
    r"|\babsence d(?:e |['’])$",
    re.IGNORECASE,
)
"""« 75 % étaient sans récidive »: the share without the event."""

_LOST = re.compile(r"\bperd(?:u|ai(?:t|ent)|ent|re) (?:la|leur|cette|sa|une) $")
"""« 12 % ont perdu leur réponse »."""
_NO_MORE = re.compile(
    r"\bn(?:e |['’])(?:avai(?:t|ent)|ont|a|présentai(?:t|ent)|souffrai(?:t|ent)|ressentai(?:t|ent)|signalai(?:t|ent))"
    r" (?:plus|pas) (?:d['’]|de |du |aucune? )$"
)
"""« 61 % n'avaient plus de prurit »: the share without it."""
_LOOK_BACK = 30
"""Characters before an endpoint that hold the words which deny it."""
_NI = re.compile(r"\bni (?:de |d['’])?$")
_NEITHER = re.compile(r"\bni (?:de |d['’])?(?P<first>[\w-]+(?: [\w-]+)?) ni (?:de |d['’])?$")
_NOR = re.compile(r" ni (?:de |d['’])?(?P<second>[\w-]+)")
_NEXT_WORD = re.compile(r" (?P<word>[\w-]+)(?= ?[,;:.()]| |$)")
_SITE = re.compile(r" (?P<site>sur (?:le |la |les |l['’])[\w' -]{3,30}?)(?= ?:)")
_SITE_ALONE = re.compile(r"\W*(?P<site>[Ss]ur (?:le |la |les |l['’])[\w' -]{3,30}?) ?:\s*")
_OR = re.compile(r"\s+ou\s+(?:(?:de la|de|une?|la|le|les|des)\s+|[dl]['’])?(?:(?:nette?|bonne|forte)\s+)?")
_JOINED = ("event", "outcome", "response")
_STEM = 5
"""Letters by which the written form of an endpoint is told from a synonym of its label."""


def full_label(clauses: Clauses, series: Series, endpoint: Endpoint, at: int | None) -> Endpoint:
    """« survie sans échec », « aucune poussée » where the lexicon has only « échec » and « poussée »."""
    before = clauses.slice(at - _LOOK_BACK, at) if at is not None else ""
    mention = next((m for m in clauses.of("endpoint") if m.start == at and m.value is endpoint), None)
    if before.endswith("survie sans "):
        return replace(endpoint, label=f"survie sans {endpoint.label}")
    if _LOST.search(before):
        return replace(endpoint, label=f"perte de {endpoint.label}")
    if mention and (either := _either(clauses, mention, endpoint)):
        return replace(endpoint, label=either)
    if mention and (sited := _at_site(clauses, mention, endpoint)):
        return replace(endpoint, label=sited)
    if mention and (qualified := _graded(clauses, mention, endpoint) or _qualified(clauses, mention, endpoint)):
        endpoint = replace(endpoint, label=qualified)
    if (_FREE_OF.search(before) and endpoint.kind in ("event", "outcome")) or _NO_MORE.search(before):
        return replace(endpoint, label=absence_of(endpoint.label))
    if mention and (neither := _neither(clauses, mention)):
        return replace(endpoint, label=neither)
    absent = (
        re.search(r"\b(?:aucune?\s+|indemnes? d(?:e\s+|['’]))$", before, re.IGNORECASE) and endpoint.kind != "score"
    )
    return replace(endpoint, label=absence_of(endpoint.label)) if absent and not had_one(clauses, series) else endpoint


def _either(clauses: Clauses, mention: Mention, endpoint: Endpoint) -> str | None:
    """« rechute ou décès », where the text counts either of two endpoints; None where it names one."""
    named = [m for m in clauses.of("endpoint") if isinstance(m.value, Endpoint) and m.value.kind in _JOINED]
    if mention not in named or endpoint.threshold or len(named) < 2:
        return None
    at = named.index(mention)
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(named) or not _OR.fullmatch(clauses.slice(named[one].end, named[other].start)):
            continue
        labels = [m.value.label for m in (named[one], named[other]) if isinstance(m.value, Endpoint)]
        return f"{labels[0]} ou {labels[1]}" if labels[0] != labels[1] else None
    return None


def _neither(clauses: Clauses, mention: Mention) -> str | None:
    """« n'avaient ni plaques ni prurit »: the absence of both; None elsewhere."""
    before, written = clauses.slice(mention.start - 50, mention.start), clauses.slice(mention.start, mention.end)
    if not _NI.search(before):
        return None
    if told := _NEITHER.search(before):
        return f"{absence_of(told['first'])} et de {written}"
    following = _NOR.match(clauses.slice(mention.end, clauses.end))
    return f"{absence_of(written)} et de {following['second']}" if following else None


def had_one(clauses: Clauses, series: Series) -> bool:
    """« aucune embolie sous A, contre 2 % sous B »: the first value stands behind the comparison, so 2 % had one."""
    at = series.cells[0].estimate.start
    return any(0 <= at - b.end <= 3 for b in clauses.comparisons)


def _graded(clauses: Clauses, mention: Mention, endpoint: Endpoint) -> str | None:
    """« de grade 3 à 5 » behind adverse events of any kind; None where no grade stands there."""
    told = _GRADE.match(clauses.slice(mention.end, clauses.end)) if _ANY_EVENT.fullmatch(endpoint.label) else None
    return f"{endpoint.label} {told['grade']}" if told else None


def _at_site(clauses: Clauses, mention: Mention, endpoint: Endpoint) -> str | None:
    """« succès sur le cuir chevelu : »: where it was judged is part of the name; None where no site is told."""
    site = _SITE.match(clauses.slice(mention.end, clauses.end)) if endpoint.kind in ("response", "outcome") else None
    return f"{endpoint.label} {site['site']}" if site else None


def label_at_site(clauses: Clauses, value_at: int, label: str) -> str:
    """« Sur les ongles : 30 % » behind « succès sur le cuir chevelu »: the same outcome at another site."""
    site = _SITE_ALONE.fullmatch(clauses.slice(clauses.start, value_at))
    name, sur, _ = label.partition(" sur ")
    return f"{name} {site['site'].lower()}" if site and sur else label


def _qualified(clauses: Clauses, mention: Mention, endpoint: Endpoint) -> str | None:
    """« infections profondes », as written, where the lexicon has « infections »; None without such an adjective."""
    following = _NEXT_WORD.match(clauses.slice(mention.end, clauses.end))
    if following is None or endpoint.kind not in ("event", "outcome"):
        return None
    written = clauses.slice(mention.start, mention.end).lower()
    as_labelled = fold_lower(written)[:_STEM] == fold_lower(endpoint.label)[:_STEM]
    adjective = words("qualifying_adjectives").fullmatch(following["word"])
    return f"{written} {following['word'].lower()}" if adjective and as_labelled else None
