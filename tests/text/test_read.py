"""Whole pages, typeset here: columns in any emission order, places, outcomes."""

import pytest

from extract.pdf.errors import DamagedError, EncryptedError, NotAPdfError
from extract.text.read import read_source
from tests.pdf.typeset import Canvas, lines, pdf

LEFT = [
    "Le vitiligo tient à une réponse auto-",
    "immune de la peau. Elle touche",
    "un adulte sur cent, parfois dès",
    "l’enfance ; les lésions sont",
]
RIGHT = [
    "symétriques et stables. Le traite-",
    "ment local repose sur une crème",
    "appliquée deux fois par jour pen-",
    "dant six mois au moins.",
]
TEXT = (
    "Le vitiligo tient à une réponse auto-immune de la peau. Elle touche un adulte sur cent, parfois dès l’enfance ; "
    "les lésions sont symétriques et stables. Le traitement local repose sur une crème appliquée deux fois par jour "
    "pendant six mois au moins."
)


def two_columns_right_first(canvas: Canvas) -> None:
    lines(canvas, 300, 100, RIGHT)
    lines(canvas, 100, 100, LEFT)


def test_columns_are_read_left_to_right_whatever_the_order_of_drawing() -> None:
    assert read_source(pdf(two_columns_right_first)).source.text == TEXT


def test_a_sentence_runs_over_the_page() -> None:
    data = pdf(lambda c: lines(c, 100, 100, LEFT), lambda c: lines(c, 100, 100, RIGHT))
    source = read_source(data).source
    assert source.text == TEXT
    assert source.page_at(source.text.index("symétriques")) == 2


def test_boxes_are_one_a_printed_line() -> None:
    source = read_source(pdf(two_columns_right_first)).source
    start = source.text.index("les lésions")
    boxes = source.boxes(start, source.text.index(" Le traitement"))
    assert [(b.page, round(b.box.x0), round(b.box.top)) for b in boxes] == [(1, 148, 127), (1, 300, 91)]


def test_a_page_without_text_is_named() -> None:
    reading = read_source(pdf(lambda c: lines(c, 100, 100, LEFT), lambda c: c.rect(10, 10, 50, 50)))
    assert [(p.page, p.outcome) for p in reading.pages] == [(1, "ok"), (2, "no text")]


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", NotAPdfError), (b"PK\x03\x04 zip", NotAPdfError), (b"%PDF-1.7\nnothing more", DamagedError)],
)
def test_what_is_no_pdf_is_said_in_one_line(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        read_source(data)
    assert "\n" not in str(caught.value)


def test_a_pdf_with_a_password_is_said_so() -> None:
    with pytest.raises(EncryptedError, match="password"):
        read_source(pdf(lambda c: lines(c, 100, 100, LEFT), password="secret"))


def test_junk_of_a_font_without_character_map_is_left_out_and_named() -> None:
    junk = ["mK3h q{C hRc3 NUj Ij3 aC0n 3cLR Ua9x"] * 6
    reading = read_source(pdf(lambda c: (lines(c, 100, 100, LEFT), lines(c, 100, 300, junk, font="Courier"))))
    assert (
        reading.source.text
        == "Le vitiligo tient à une réponse auto-immune de la peau. Elle touche un adulte sur cent, "
        + ("parfois dès l’enfance ; les lésions sont")
    )
    (report,) = reading.pages
    assert report.outcome == "unreadable font"
    assert report.reason == "174 characters left out: no usable character map in font Courier; try --ocr"


def test_a_spread_is_two_pages() -> None:
    left = ["Page de gauche, première ligne.", *(f"Ligne {n} de la page de gauche." for n in range(2, 8))]
    right = ["Page de droite, première ligne.", *(f"Ligne {n} de la page de droite." for n in range(2, 8))]

    def spread(canvas: Canvas) -> None:
        lines(canvas, 700, 100, right)
        lines(canvas, 60, 100, left)

    source = read_source(pdf(spread, size=(1190, 842))).source
    assert source.text.split() == " ".join([*left, *right]).split()
    assert source.boxes(source.text.index("Page de droite"), len(source.text))[0].box.x0 == 700


def test_a_page_full_of_scattered_labels_is_read_in_bounded_time() -> None:
    def drawing(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 4)
        for n in range(1500):
            canvas.drawString(20 + 37 * n % 540, 20 + 53 * n % 800, str(n))

    (report,) = read_source(pdf(drawing)).pages
    assert report.outcome == "ok"
