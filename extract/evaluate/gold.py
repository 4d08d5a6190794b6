"""Gold files: the true statements of each document, one line of JSON a document (see `corpus/README.md`)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.errors import UsageError

Names = tuple[str, ...]
"""Acceptable names of one thing, best first; empty where the document gives none."""


class GoldError(UsageError):
    """A gold file that cannot be read; the message names file, line, what is wrong and the remedy."""


@dataclass(frozen=True, slots=True)
class GoldMechanism:
    """A drug acts on a target, as the document says."""

    drug: Names
    target: str
    quote: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldStudy:
    """A clinical study of a drug; slots that the document does not give are None."""

    drug: Names
    indication: str | None = None
    phase: str | None = None
    trial: str | None = None
    quote: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldResult:
    """One value of one arm, or one contrast of two arms (`measure` RR, OR, …); silent slots are None or empty."""

    arm: Names
    measure: str
    value: float
    versus: Names = ()
    endpoint: Names = ()
    indication: str | None = None
    phase: str | None = None
    trial: str | None = None
    timepoint_weeks: float | None = None
    value_high: float | None = None
    ci: tuple[float, float] | None = None
    p: str | None = None
    n: float | None = None
    dose: str | None = None
    quote: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What a careful reader found in one document, by kind."""

    name: str
    mechanisms: tuple[GoldMechanism, ...] = ()
    studies: tuple[GoldStudy, ...] = ()
    results: tuple[GoldResult, ...] = ()

    @property
    def stem(self) -> str:
        """The document's name without its suffix, by which rows and gold meet."""
        return Path(self.name).stem


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The documents of one gold file, in its order; blank lines are skipped.

    Raises `GoldError` where the file is missing or a line is not a gold document.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            f"{path}: cannot be read as a gold file ({error}); give --gold a UTF-8 JSON lines file"
        ) from error
    return tuple(_document(line, f"{path}, line {i}") for i, line in enumerate(lines, 1) if line.strip())


def parse_document(line: str) -> GoldDocument:
    """One line of a gold file; raises `KeyError`, `TypeError` or `ValueError` where it is no gold document.

    >>> line = '{"doc": "a.pdf", "facts": [{"kind": "mechanism", "drug": "baricitinib", "target": "JAK1"}]}'
    >>> [(fact.drug, fact.target) for fact in parse_document(line).mechanisms]
    [(('baricitinib',), 'JAK1')]
    """
    content = json.loads(line)
    facts = content["facts"]
    unknown = {fact["kind"] for fact in facts} - {"mechanism", "study", "result"}
    if unknown:
        raise ValueError(f"unknown kind of fact {min(unknown)!r}; use mechanism, study or result")
    return GoldDocument(
        name=content["doc"],
        mechanisms=tuple(_mechanism(fact) for fact in facts if fact["kind"] == "mechanism"),
        studies=tuple(_study(fact) for fact in facts if fact["kind"] == "study"),
        results=tuple(_result(fact) for fact in facts if fact["kind"] == "result"),
    )


def _document(line: str, place: str) -> GoldDocument:
    try:
        return parse_document(line)
    except KeyError as error:
        raise GoldError(f"{place}: a fact or document lacks the field {error}; add it") from error
    except (TypeError, ValueError) as error:
        raise GoldError(f"{place}: {error}") from error


def _names(value: str | list[str] | None) -> Names:
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _mechanism(fact: dict[str, Any]) -> GoldMechanism:
    return GoldMechanism(_names(fact["drug"]), fact["target"], fact.get("quote", ""), bool(fact.get("optional")))


def _study(fact: dict[str, Any]) -> GoldStudy:
    return GoldStudy(
        drug=_names(fact["drug"]),
        indication=fact.get("indication"),
        phase=fact.get("phase"),
        trial=fact.get("trial"),
        quote=fact.get("quote", ""),
        optional=bool(fact.get("optional")),
    )


def _result(fact: dict[str, Any]) -> GoldResult:
    ci = fact.get("ci")
    return GoldResult(
        arm=_names(fact["arm"]),
        measure=fact["measure"],
        value=float(fact["value"]),
        versus=_names(fact.get("versus")),
        endpoint=_names(fact.get("endpoint")),
        indication=fact.get("indication"),
        phase=fact.get("phase"),
        trial=fact.get("trial"),
        timepoint_weeks=_number(fact.get("timepoint_weeks")),
        value_high=_number(fact.get("value_high")),
        ci=(float(ci[0]), float(ci[1])) if ci else None,
        p=fact.get("p"),
        n=_number(fact.get("n")),
        dose=fact.get("dose"),
        quote=fact.get("quote", ""),
        optional=bool(fact.get("optional")),
    )


def _number(value: float | str | None) -> float | None:
    return None if value is None or value == "" else float(value)
