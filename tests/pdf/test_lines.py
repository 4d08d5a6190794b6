"""Words become lines: gutters cut, justified spaces do not, superscripts join."""

from extract.pdf.lines import lines_of
from tests.pdf.lines import line, texts, word, words


def two_columns(gap: float, rows: int) -> list[str]:
    left, right = "une ligne de gauche", "une ligne de droite"
    x1 = line(left, 50, 0).x1
    return texts(
        lines_of(
            [w for row in range(rows) for x, t in ((50, left), (x1 + gap, right)) for w in words(t, x, 100 + 12 * row)]
        )
    )


def test_a_gutter_over_several_lines_parts_columns() -> None:
    assert two_columns(gap=9, rows=5) == ["une ligne de gauche", "une ligne de droite"] * 5


def test_one_narrow_gap_is_a_space() -> None:
    assert two_columns(gap=9, rows=1) == ["une ligne de gauche une ligne de droite"]


def test_one_wide_gap_parts_labels() -> None:
    assert two_columns(gap=25, rows=1) == ["une ligne de gauche", "une ligne de droite"]


def test_wide_but_even_spaces_of_a_justified_line_do_not_part_it() -> None:
    full = words("deux mots de plus que la ligne large", 0, 100)  # 180 points wide
    wide = [word(t, x, 112, first=i) for i, (t, x) in enumerate([("peu", 0), ("de", 55), ("mots", 105), ("ici", 165)])]
    assert texts(lines_of([*full, *wide])) == ["deux mots de plus que la ligne large", "peu de mots ici"]


def test_a_superscript_joins_its_word() -> None:
    text = words("chez dix malades", 50, 100)
    call = word("12", text[-1].x1, 96, size=6)
    assert texts(lines_of([*text, call])) == ["chez dix malades12"]


def test_words_printed_twice_come_once() -> None:
    once = words("Conclusion générale", 50, 100, bold=True)
    assert texts(lines_of([w for w in once for _ in range(2)])) == ["Conclusion générale"]


def test_no_words_give_no_lines() -> None:
    assert lines_of([]) == []
