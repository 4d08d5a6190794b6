"""When two names, numbers, endpoints, times, p values or doses count as the same: the tolerances of the evaluation."""

import re
import unicodedata

CONTROL = "control"
CONTROL_NAMES = frozenset(
    {
        "placebo",
        "vehicule",
        "controle",
        "temoin",
        "temoins",
        "creme sans principe actif",
        "excipient",
        "groupe controle",
        "groupe temoin",
        "groupe placebo",
        "aucun traitement",
        "absence de traitement",
        "sans traitement",
        "pas de traitement",
        "non traites",
    }
)
"""Control arms, folded: writers use them one for the other, so they count as one name."""

EMPTY_WORDS = frozenset(
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "un",
        "une",
        "au",
        "aux",
        "et",
        "en",
        "a",
        "par",
        "pour",
        "sur",
        "dans",
        "avec",
        "plus",
    }
)

RELATIVE_TOLERANCE = 0.004
"""Two numbers within 0.4 % of the larger one are the same: rounding of a printed value."""

ROUNDED_SHARE_TOLERANCE = 0.06
"""Percentage points by which a share recomputed from n/N may miss the printed one."""

TIME_TOLERANCE_WEEKS = 0.3
TIME_RELATIVE_TOLERANCE = 0.1
"""« 6 mois » against « 24 semaines »: a tenth of the longer time."""

SHARED_WORDS = 0.5
"""Share of content words that two free endpoint phrases must have in common."""

MEAN_FAMILY = frozenset({"mean", "median", "mean_change", "percent_change", "rate"})
CONTRASTS = frozenset({"RR", "OR", "HR", "IRR", "RD", "MD", "SMD", "NNT", "NNH"})
CONTRAST_ALIASES = {"RRI": "RR", "RC": "OR", "ARR": "RD", "DMS": "SMD", "DM": "MD", "WMD": "MD"}


def fold(text: str | None) -> str:
    """Lower case, no accents, single spaces, Greek letters and dashes made plain; empty for None.

    >>> fold("Tacrolimus  – Crème α’")
    "tacrolimus - creme a'"
    """
    plain = (text or "").lower().replace("α", "a").replace("β", "b").replace("γ", "g").replace("œ", "oe")
    plain = re.sub(r"[‐‑‒–—−]", "-", plain).replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", plain).strip()


def key(label: str | None) -> str:
    """A canonical label without case, accents and punctuation: « PASI 75 » and « réponse PASI-75 » are one."""
    return re.sub(r"[^a-z0-9/]", "", fold(label)).replace("reponse", "")


def words(label: str | None) -> frozenset[str]:
    """The content words of a label, folded and without plural endings."""
    found = re.findall(r"[a-z]+\d*|\d+", fold(label))
    return frozenset(word.rstrip("sx") for word in found if word not in EMPTY_WORDS)


def members(name: str | None) -> frozenset[str]:
    """The drugs, arms or trials that a cell names, folded; control arms fall together.

    >>> sorted(members("Adalimumab + méthotrexate")), sorted(members("véhicule"))
    (['adalimumab', 'methotrexate'], ['control'])
    """
    parts = re.split(r"\s*[;+]\s*|(?<=[a-z]{4})/(?=[a-z]{4})|\s+et\s+(?=[a-z]{2})", fold(name))
    return frozenset(CONTROL if part in CONTROL_NAMES else part for part in parts if part)


def same_name(wanted: tuple[str, ...], found: str | None) -> bool:
    """Whether `found` is one of the acceptable names; a long name may go on after its common start.

    >>> same_name(("ritlécitinib",), "ritlecitinib"), same_name(("placebo",), "véhicule"), same_name(("PUVA",), "UVB")
    (True, True, False)
    """
    return any(_same_members(members(name), members(found)) for name in wanted)


def _same_members(wanted: frozenset[str], found: frozenset[str]) -> bool:
    if wanted == found:
        return True
    if not wanted or len(wanted) != len(found):
        return False
    return all(any(_same_member(x, y) for y in found) for x in wanted)


def _same_member(a: str, b: str) -> bool:
    return a == b or (len(a) > 4 and len(b) > 4 and (a.startswith(b) or b.startswith(a)))


def same_number(a: float | None, b: float | None) -> bool:
    """Whether two numbers agree to the printed digits; two absent ones do."""
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= max(1e-9, RELATIVE_TOLERANCE * max(abs(a), abs(b)))


def same_endpoint(wanted: tuple[str, ...], found: str | None) -> bool:
    """Whether labels agree letter for letter or, for free phrases without digits, by half of their words.

    >>> same_endpoint(("PASI75",), "PASI 75"), same_endpoint(("PASI75",), "PASI90")
    (True, False)
    >>> same_endpoint(("arrêt du traitement",), "arrêt")
    True
    """
    return bool(found) and any(_same_label(label, found) for label in wanted)


def _same_label(wanted: str, found: str | None) -> bool:
    if key(wanted) == key(found):
        return True
    a, b = words(wanted), words(found)
    if not a or not b:
        return False
    if a == b:
        return True
    return not re.search(r"\d", key(wanted) + key(found)) and len(a & b) / len(a | b) >= SHARED_WORDS


def same_time(wanted_weeks: float, found_weeks: float | None) -> bool:
    """Whether two times are the same within the roundness of months and years."""
    if found_weeks is None:
        return False
    tolerance = max(TIME_TOLERANCE_WEEKS, TIME_RELATIVE_TOLERANCE * max(wanted_weeks, found_weeks))
    return abs(wanted_weeks - found_weeks) <= tolerance


def read_p(text: str | None) -> tuple[str, float] | None:
    """Operator and number of a p as gold files write it; None where there is none.

    >>> read_p("<0,001"), read_p("0.03"), read_p(None)
    (('<', 0.001), ('=', 0.03), None)
    """
    match = re.search(r"([<>=≤≥]?)\s*(0?[.,]\d+|1|0)", (text or "").replace(" ", ""))
    return (match.group(1) or "=", float(match.group(2).replace(",", "."))) if match else None


def same_dose(wanted: str, found: str | None) -> bool:
    """Whether the numbers of one dose are among those of the other, and a dose was found at all."""
    a, b = (set(re.findall(r"\d+(?:\.\d+)?", fold(dose).replace(",", "."))) for dose in (wanted, found))
    return bool(found) and (a <= b or b <= a)


def family(measure: str | None) -> str:
    """Measures that writers use one for the other as one: every mean or rate is `mean`; contrasts by their symbol.

    >>> family("median"), family("ARR"), family("proportion")
    ('mean', 'RD', 'proportion')
    """
    name = (measure or "").strip()
    name = CONTRAST_ALIASES.get(name.upper(), name)
    if name.lower() in MEAN_FAMILY:
        return "mean"
    return name.upper() if name.upper() in CONTRASTS else name.lower()
