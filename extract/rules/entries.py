"""From rows to the typed entries of `Rules`."""

from collections.abc import Mapping
from typing import cast

from extract.rules.checks import Tables
from extract.rules.model import (
    CueGroup,
    DiseaseEntry,
    DrugClassEntry,
    DrugEntry,
    EndpointEntry,
    EndpointKind,
    NamedEntry,
    ProcedureEntry,
    Rules,
    ScaleEntry,
    TargetEntry,
    TrialEntry,
)
from extract.rules.tables import Row
from schema.vocabulary import Phase


def rules_from(tables: Tables, cues: Mapping[str, tuple[CueGroup, ...]]) -> Rules:
    """The rules that checked `tables` and the groups of each cue file hold."""
    return Rules(
        drugs=tuple(_drug(row) for name in ("drugs.csv", "medicines.csv") for row in tables[name]),
        drug_classes=tuple(map(_drug_class, tables["drug_classes.csv"])),
        procedures=tuple(map(_procedure, tables["procedures.csv"])),
        targets=tuple(map(_target, tables["targets.csv"])),
        diseases=tuple(map(_disease, tables["diseases.csv"])),
        scales=tuple(map(_scale, tables["scales.csv"])),
        endpoints=tuple(map(_endpoint, tables["endpoints.csv"])),
        trials=tuple(map(_trial, tables["trials.csv"])),
        comparators=tuple(map(_named, tables["comparators.csv"])),
        routes=tuple(map(_named, tables["routes.csv"])),
        event_cues=tuple(row["expression"] for row in tables["event_cues.csv"]),
        arm_references=cues["arm_references.yaml"],
        certainty=cues["certainty.yaml"],
    )


def _drug(row: Row) -> DrugEntry:
    return DrugEntry(
        inn=row["inn"],
        english=row["english"],
        synonyms=row.many("synonyms"),
        classes=row.many("class"),
        targets=row.many("targets"),
        atc=row["atc"],
        routes=row.many("routes"),
    )


def _drug_class(row: Row) -> DrugClassEntry:
    return DrugClassEntry(row["name"], row.many("synonyms"), row.many("targets"), row.many("includes"))


def _procedure(row: Row) -> ProcedureEntry:
    return ProcedureEntry(row["name"], row.many("synonyms"), row["route"], row.many("except"))


def _target(row: Row) -> TargetEntry:
    return TargetEntry(row["symbol"], row["family"] or row["symbol"], row.many("synonyms"))


def _disease(row: Row) -> DiseaseEntry:
    return DiseaseEntry(row["name"], row.many("synonyms"), row.many("abbreviations"), row["field"])


def _scale(row: Row) -> ScaleEntry:
    return ScaleEntry(
        scale=row["scale"],
        names=row.many("names"),
        percent=row.many("percent"),
        cutoff=row.many("cutoff"),
        points=row.many("points"),
        zero_one=row["zero_one"] == "yes",
        default=row["default"],
    )


def _endpoint(row: Row) -> EndpointEntry:
    return EndpointEntry(
        row["label"], cast(EndpointKind, row["kind"]), row.many("synonyms"), row.many("forms"), row.many("except")
    )


def _trial(row: Row) -> TrialEntry:
    phase = cast(Phase, row["phase"]) if row["phase"] else None
    return TrialEntry(row["acronym"], row["drug"], row["indication"], phase, row.many("synonyms"))


def _named(row: Row) -> NamedEntry:
    return NamedEntry(row["name"], row.many("synonyms"), row.many("except"))
