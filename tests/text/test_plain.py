"""Plain text becomes a SourceText with headings, tables, captions and charts."""

from extract.text.model import SectionKind, SourceText
from extract.text.plain import source_from_plain

ARTICLE = """Pelade : que faire ?

Un premier paragraphe
sur deux lignes.

# Résultats

Tableau 1. Réponses (%)

Groupe | S12 | S24

Actif 4 mg | 30,1 | 35,2

Fig. 1 : Réponse à S12.

Actif
n = 20
40 %
"""


def spans(source: SourceText) -> list[tuple[str, str]]:
    return [(s.kind.value, source.text[s.start : s.end]) for s in source.sections]


def test_blocks_are_joined_and_parted_by_a_blank_line() -> None:
    assert source_from_plain(ARTICLE).text.split("\n\n") == [
        "Pelade : que faire ?",
        "Un premier paragraphe sur deux lignes.",
        "Résultats",
        "Tableau 1. Réponses (%)",
        "Groupe | S12 | S24\nActif 4 mg | 30,1 | 35,2",
        "Fig. 1 : Réponse à S12.",
        "Actif\nn = 20\n40 %",
    ]


def test_sections_nest() -> None:
    source = source_from_plain(ARTICLE)
    kinds = [(s.kind, s.heading) for s in source.sections]
    assert kinds == [
        (SectionKind.TITLE, "Pelade : que faire ?"),
        (SectionKind.BODY, ""),
        (SectionKind.RESULTS, "Résultats"),
        (SectionKind.CAPTION, ""),
        (SectionKind.TABLE, ""),
        (SectionKind.CAPTION, ""),
        (SectionKind.CHART, ""),
    ]
    section = source.section_at(source.text.index("30,1"))
    assert section is not None and section.kind is SectionKind.TABLE


def test_table_has_cells_and_caption() -> None:
    source = source_from_plain(ARTICLE)
    (table,) = source.tables
    assert [(source.text[c.start : c.end], c.row, c.column) for c in table.cells] == [
        ("Groupe", 0, 0),
        ("S12", 0, 1),
        ("S24", 0, 2),
        ("Actif 4 mg", 1, 0),
        ("30,1", 1, 1),
        ("35,2", 1, 2),
    ]
    assert table.caption is not None
    assert source.text[slice(*table.caption)] == "Tableau 1. Réponses (%)"


def test_cells_left_empty_keep_their_place() -> None:
    source = source_from_plain("Tableau 2. Réponses\n\n | S12 | | S24 |\nActif | 30,1 | 35,2 | | 40")
    assert [(source.text[c.start : c.end], c.row, c.column) for c in source.tables[0].cells] == [
        ("", 0, 0), ("S12", 0, 1), ("", 0, 2), ("S24", 0, 3), ("", 0, 4),
        ("Actif", 1, 0), ("30,1", 1, 1), ("35,2", 1, 2), ("", 1, 3), ("40", 1, 4),
    ]  # fmt: skip


def test_a_bar_inside_a_word_parts_no_cells() -> None:
    assert source_from_plain("Le mot a|b reste entier.").tables == ()


def test_chart_has_labels_and_caption() -> None:
    source = source_from_plain(ARTICLE)
    (chart,) = source.charts
    assert [source.text[label.start : label.end] for label in chart.labels] == ["Actif", "n = 20", "40 %"]
    assert chart.caption is not None
    assert source.text[slice(*chart.caption)] == "Fig. 1 : Réponse à S12."


def test_empty_text_gives_an_empty_source() -> None:
    assert source_from_plain(" \n\n ") == SourceText("")
