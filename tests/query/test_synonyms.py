"""What the lexicons let a query mean, on the cells that a base holds."""

from pathlib import Path

import pytest

from extract.query.matching import match_names
from extract.query.synonyms import Synonyms
from extract.query.vocabulary import NameColumn
from schema.errors import ExtractError

DRUGS = ("adalimumab + méthotrexate", "baricitinib", "guselkumab", "ruxolitinib", "tinibix")
TARGETS = ("IL-13", "IL-17A", "IL-17F", "IL-23", "JAK1;JAK2", "TYK2")


@pytest.mark.parametrize(
    ("column", "asked", "stored", "cells"),
    [
        ("drug", "Opzelura", DRUGS, ("ruxolitinib",)),
        ("drug", "INCB018424", DRUGS, ("ruxolitinib",)),
        ("drug", "inhibiteurs de JAK", DRUGS, ("baricitinib", "ruxolitinib")),
        ("drug", "JAKi", DRUGS, ("baricitinib", "ruxolitinib")),
        ("drug", "anti-IL-23", DRUGS, ("guselkumab",)),
        ("drug", "Humira", DRUGS, ("adalimumab + méthotrexate",)),
        ("drug", "methotrexate", DRUGS, ("adalimumab + méthotrexate",)),
        ("drug", "placebo", DRUGS, ()),
        ("target", "JAK", TARGETS, ("JAK1;JAK2", "TYK2")),
        ("target", "IL-17", TARGETS, ("IL-17A", "IL-17F")),
        ("target", "IL17A", TARGETS, ("IL-17A",)),
        ("target", "IL-1", TARGETS, ()),
        ("target", "IL-2", TARGETS, ()),
        ("comparator", "excipient", ("placebo", "véhicule"), ("véhicule",)),
        ("comparator", "Humira", ("adalimumab", "placebo"), ("adalimumab",)),
        ("indication", "eczéma atopique", ("dermatite atopique", "vitiligo"), ("dermatite atopique",)),
        ("indication", "psoriasis", ("psoriasis en plaques", "vitiligo"), ("psoriasis en plaques",)),
        ("endpoint", "PASI", ("DLQI", "PASI75", "PASI90"), ("PASI75", "PASI90")),
        ("endpoint", "psoriasis area and severity index", ("DLQI", "PASI75"), ("PASI75",)),
        ("endpoint", "IGA 0/1", ("IGA0/1", "PGA0/1"), ("IGA0/1",)),
        ("endpoint", "céphalées", ("maux de tête", "toux"), ("maux de tête",)),
        ("endpoint", "maux de tête", ("céphalées", "toux"), ("céphalées",)),
        ("trial", "LIBERTY AD CHRONOS", ("CHRONOS", "SOLO 1"), ("CHRONOS",)),
        ("trial", "true v1", ("TRuE-V1", "TRuE-V1;TRuE-V2", "TRuE-V2"), ("TRuE-V1", "TRuE-V1;TRuE-V2")),
    ],
)
def test_a_name_means_what_dermatologists_mean_by_it(
    column: NameColumn, asked: str, stored: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    assert match_names(column, [asked], stored, Synonyms()).cells == cells


@pytest.mark.parametrize(
    ("asked", "similar"),
    [("ruxolitinb", ("ruxolitinib",)), ("Opzelur", ("Opzelura",)), ("xyzzy", ()), ("dupilumab", ())],
)
def test_suggestions_are_names_that_some_row_answers_to(asked: str, similar: tuple[str, ...]) -> None:
    (unmatched,) = match_names("drug", [asked], ("ruxolitinib", "véhicule"), Synonyms()).unmatched
    assert unmatched.similar == similar


def test_a_user_may_add_names(tmp_path: Path) -> None:
    (tmp_path / "drugs.csv").write_text("inn,synonyms\nruxolitinib,crème du CHU\n", encoding="utf-8")
    assert Synonyms(tmp_path).meanings("drug", "creme du CHU") == {"ruxolitinib"}


def test_an_error_in_a_rules_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "drugs.csv").write_text("inn,colour\nruxolitinib,red\n", encoding="utf-8")
    with pytest.raises(ExtractError, match="column « colour »"):
        Synonyms(tmp_path).meanings("drug", "ruxolitinib")
