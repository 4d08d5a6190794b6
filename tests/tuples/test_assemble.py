"""Draft to statement: document-level cells, places, merging, checks."""

import spacy
from spacy.tokens import Doc

from extract.entities.model import FAMILIES, Drug
from extract.entities.spans import register_extensions
from extract.text.model import Section, SectionKind, SourceText
from extract.tuples.assemble import assemble, section_name, source_ref
from extract.tuples.model import ArmValue, Draft
from schema.source import Bibliography, Box, PageBox, SourceRef

TEXT = "Le baricitinib inhibe JAK1.\n\nUn SALT20 était noté chez 37 patients sur 91 (51 %)."
LINES = (PageBox(1, Box(50, 100, 250, 110)), PageBox(2, Box(50, 60, 300, 70)))
SOURCE = SourceText(
    text=TEXT,
    run_starts=(0, 29),
    run_places=LINES,
    sections=(Section(SectionKind.ABSTRACT, "Résumé", 0, 27), Section(SectionKind.RESULTS, "Résultats", 29, len(TEXT))),
    bibliography=Bibliography(title="Pelade", year=2024, doi="10.1000/x"),
)
MECHANISM = Draft("mechanism", "m", 0.9, 0, 27, drug="baricitinib", target="JAK1")
RESULT = Draft(
    "result", "r", 0.9, 29, len(TEXT), drug="baricitinib", endpoint="SALT20", measure="proportion",
    arm=ArmValue(51.0, events=37, n=91),
)  # fmt: skip


def document(drug: Drug) -> Doc:
    register_extensions()
    doc = spacy.blank("xx")(TEXT)
    for family in FAMILIES:
        doc.spans[family] = []
    mention = doc.char_span(3, 14, label="drug")
    mention._.value = drug
    doc.spans["drug"] = [mention]
    return doc


def test_a_row_carries_its_document_place_and_lexicon_cells() -> None:
    doc = document(Drug("baricitinib", atc="L04AF02", route="orale", targets=("JAK1", "JAK2")))
    (statement,) = assemble([RESULT], doc, SOURCE, "ab", "pelade.pdf")
    row = statement.evidence
    assert (row.document, row.title, row.year, row.doi) == ("pelade.pdf", "Pelade", 2024, "10.1000/x")
    assert (row.page, row.section, row.passage) == (2, "Résultats", TEXT[29:])
    assert (row.atc, row.route, row.target, row.target_source) == ("L04AF02", "orale", "JAK1;JAK2", "lexicon")
    assert (row.check, row.review) == ("value-against-events", "unreviewed")
    assert statement.source == SourceRef(2, 29, len(TEXT), (LINES[1],))


def test_a_target_that_the_document_states_goes_before_the_lexicon() -> None:
    doc = document(Drug("baricitinib", targets=("JAK1", "JAK2")))
    rows = [one.evidence for one in assemble([RESULT, MECHANISM], doc, SOURCE, "ab", "pelade.pdf")]
    assert [(row.kind, row.target, row.target_source) for row in rows] == [
        ("mechanism", "JAK1", "text"),
        ("result", "JAK1", "text"),
    ]


def test_an_unknown_drug_gets_no_lexicon_cells() -> None:
    (statement,) = assemble([RESULT], document(Drug("autre")), SOURCE, "ab", "pelade.pdf")
    assert (statement.evidence.atc, statement.evidence.target, statement.evidence.target_source) == (None, None, None)


def test_no_draft_no_statement() -> None:
    assert assemble([], document(Drug("autre")), SOURCE, "ab", "pelade.pdf") == ()


def test_a_passage_over_two_lines_has_two_boxes() -> None:
    assert source_ref(SOURCE, 20, 40).boxes == LINES


def test_an_abstract_is_named_by_kind_and_a_chapter_by_its_heading() -> None:
    assert (section_name(SOURCE, 3), section_name(SOURCE, 30), section_name(SOURCE, 28)) == (
        "abstract", "Résultats", None,
    )  # fmt: skip
