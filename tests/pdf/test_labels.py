"""Lines of a chart become labels: one alignment, one label."""

from extract.pdf.labels import labels_of
from extract.pdf.lines import Line, line_of
from tests.pdf.lines import line, words


def said(lines: list[Line]) -> list[str]:
    return [" ".join(li.text for li in label) for label in labels_of(lines)]


def centred(text: str, middle: float, baseline: float) -> Line:
    return line(text, middle - 2.5 * len(text), baseline)


def test_stacked_lines_are_one_label_and_bars_go_left_to_right() -> None:
    lines = [
        centred("Placebo", 200, 300),
        centred("n = 98", 200, 312),
        centred("41,0 %", 100, 150),
        centred("IC95 % : 31-51", 100, 162),
        centred("Actif", 100, 300),
        centred("n = 97", 100, 312),
    ]
    assert said(lines) == ["41,0 % IC95 % : 31-51", "Actif n = 97", "Placebo n = 98"]


def test_another_alignment_starts_another_label() -> None:
    lines = [
        centred("Actif", 102, 300),
        centred("n = 97", 102, 312),
        line("ESSAI-1", 80, 324),
        line("RR : 2,0 ;", 80, 336),
    ]
    assert said(lines) == ["Actif n = 97", "ESSAI-1 RR : 2,0 ;"]


def test_two_labels_on_one_baseline_stay_apart() -> None:
    joined = line_of([*words("RR : 2,0", 80, 100), *words("RR : 1,5", 130, 100)])
    assert said([joined]) == ["RR : 2,0", "RR : 1,5"]


def test_a_title_over_all_comes_first() -> None:
    assert said([line("20", 10, 150), line("Réponse à S12", 300, 50)]) == ["Réponse à S12", "20"]
