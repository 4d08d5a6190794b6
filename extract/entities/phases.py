"""Trial phases: « de phase III », « phases II et III », « phase IIb/III », not « phase aiguë » nor « 1re phase »."""

import re
from collections.abc import Iterator

from extract.entities.anchors import matches_at
from extract.entities.model import PhaseMention
from extract.entities.spans import Found, register_finder
from extract.entities.word_places import WordPlaces, Words
from schema.vocabulary import Phase

_ONE = r"(?:IV|I{1,3}|[1-4])(?:-?[aAbB])?"
_STEP = rf"{_ONE}(?: ?[/-] ?{_ONE})?"
_COUNTED = r"(?! \d{3}\b| (?:patiente?s|malades|sujets|participants|enfants|adultes|doses|bras|groupes|centres|ans)\b)"
"""« phase III, 1 019 patients », « phase 3, 2 doses »: a number behind a comma that begins something else."""
_PHASE_KEY = Words("phase")
_PHASE = re.compile(
    r"(?:P(?<!\w.)(?:hases?|HASES?)|p(?<!\w.)hases?)(?: cliniques?)?"
    rf" ?(?P<steps>{_STEP}(?:(?:, ?| et | ou | puis ){_STEP}{_COUNTED})*)(?![\w%]|[.,]\d)"
    # the phase of a disease or of a cycle is none of a trial
    r"(?! (?:de la |du |de l')(?:maladie|cicatrisation|cycle|reparation|reaction|croissance|sommeil|deglutition))"
)
_STAGES = re.compile(
    r"\b(?:derou\w+|mene\w*|realise\w*|conduit\w*|comport\w+|compren\w+|compose\w*|divise\w*) (?:en |sur |de )?"
    r"(?:deux|trois|quatre|[2-4]) phases\b|\b(?:etude|essai)\b[^.;:]{0,40}? en (?:deux|trois|quatre|[2-4]) phases\b",
    re.IGNORECASE,
)
"""« L'étude s'est déroulée en trois phases »: its stages are no phases of a drug's development."""
_STAGE_COUNTS = ("deux ", "trois ", "quatre ", "2 ", "3 ", "4 ")
_WHILE = re.compile(r"\b(?:pendant|durant) la \Z", re.IGNORECASE)
"""« Pendant la phase I, deux groupes … »: a stage again; no one says so of a trial."""
_STEP_INSIDE = re.compile(_STEP)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_WITH_LETTER: dict[str, Phase] = {
    "1": "1",
    "2": "2",
    "3": "3",
    "4": "4",
    "2a": "2a",
    "2b": "2b",
    "3a": "3a",
    "3b": "3b",
}
_DOUBLE: dict[tuple[str, str], Phase] = {("1", "2"): "1/2", ("2", "3"): "2/3", ("2", "2"): "2", ("3", "3"): "3"}


def find_phases(text: str, low: str, words: WordPlaces | None = None) -> Iterator[Found]:
    """The phases in folded text, one a phase named; the first span of a list takes the word « phases » with it.

    `low` is the text in lower case.

    >>> text = "des essais de phases IIb et III"
    >>> [f.value.phase for f in find_phases(text, text.lower())]
    ['2b', '3']
    """
    starts = (words or WordPlaces.of_text(low)).of(_PHASE_KEY)
    if _counts_phases(low, starts) and _STAGES.search(text):
        return
    for mention in matches_at(starts, _PHASE, text):
        if _WHILE.search(text, max(0, mention.start() - 12), mention.start()):
            continue
        base = mention.start("steps")
        start = mention.start()
        for step in _STEP_INSIDE.finditer(mention["steps"]):
            if phase := _read_step(step.group()):
                yield Found(start, base + step.end(), PhaseMention(phase))
            start = base + step.end()
            start += len(_JOINT.match(text, start).group())  # type: ignore[union-attr]


def _counts_phases(low: str, starts: list[int]) -> bool:
    """Whether « deux phases » or more stand there: without, no stages do, and they are costly to look for."""
    return any(low.startswith("phases", at) and low.endswith(_STAGE_COUNTS, 0, at) for at in starts)


_JOINT = re.compile(r"(?:, ?| et | ou | puis )?")


def _read_step(step: str) -> Phase | None:
    parts = [_read_one(one) for one in re.split(r"[/-](?![aAbB])", step.replace(" ", ""))]
    if len(parts) == 1:
        return _WITH_LETTER.get(parts[0], _WITH_LETTER.get(parts[0][0]))
    if (parts[0], parts[1][0]) == ("2b", "3"):
        return "2b/3"
    return _DOUBLE.get((parts[0][0], parts[1][0]))


def _read_one(one: str) -> str:
    number = one.rstrip("aAbB-")
    return _ROMAN.get(number, number) + one[len(number) :].strip("-").lower()


register_finder("phases", "phase", lambda layers: find_phases(layers.unclaimed, layers.unclaimed_low, layers.words))
