"""A value written in any French notation is read back exactly, and no mix of notations is too much."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.entities.model import FAMILIES, Contrast, Fraction, Interval, Number, PValue, SampleSize, Timepoint
from extract.entities.pipeline import load
from tests.entities.marked import found

settings.register_profile("unhurried", deadline=None, max_examples=60)  # the first example loads the pipeline
settings.load_profile("unhurried")

POINTS = st.sampled_from([",", "."])
SPACES = st.sampled_from(["", " ", "\u00a0", "\u202f"])
TENTHS = st.integers(0, 9999)
HUNDREDTHS = st.integers(1, 9999)


def decimal(value: int, digits: int, point: str) -> str:
    """`value` in units of the last of `digits` decimals: 512 with one is « 51,2 »."""
    whole, rest = divmod(abs(value), 10**digits)
    return f"{whole}{point}{rest:0{digits}}"


@given(TENTHS, POINTS, SPACES, st.sampled_from(["%", "p. cent", "pour cent"]))
def test_percentages(tenths: int, point: str, space: str, percent: str) -> None:
    written = f"{decimal(tenths, 1, point)}{space or ' '}{percent}"
    expected = [(written.replace("\u00a0", " ").replace("\u202f", " "), Number(tenths / 10, "%"))]
    assert found("number", f"Le taux était de {written} sous gel.") == expected


@given(st.integers(1000, 999_999), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]))
def test_thousands(n: int, space: str) -> None:
    written = f"{n:,}".replace(",", space)
    assert [value for _, value in found("sample_size", f"L’essai a inclus {written} patients.")] == [SampleSize(n)]


@given(
    HUNDREDTHS,
    st.integers(0, 999),
    POINTS,
    st.sampled_from(["-", "–", " à ", " ; ", " - "]),
    st.sampled_from(["IC95 % : {}", "IC à 95 % [{}]", "IC 95 %, {}", "IC95% = {}", "IC de 95 %: {}", "95 % IC {}"]),
)
def test_intervals(low: int, width: int, point: str, to: str, form: str) -> None:
    bounds = decimal(low, 2, point) + to + decimal(low + width, 2, point)
    assert [value for _, value in found("interval", f"Un risque de 2 ({form.format(bounds)}) est noté.")] == [
        Interval(low / 100, (low + width) / 100, 95.0)
    ]


@given(st.integers(1, 500), st.integers(0, 500), st.sampled_from(["{}/{}", "{} patients sur {}", "{} des {}"]))
def test_fractions(events: int, others: int, form: str) -> None:
    total = events + others + 11  # of ten or fewer, « 1 malade sur 3 » is a share in round terms
    text = f"La réponse concernait {form.format(events, total)} malades."
    assert [value for _, value in found("fraction", text)] == [Fraction(events, total)]


@given(st.integers(1, 9999), st.sampled_from(["<", "=", ">", "≤"]), SPACES, POINTS, st.sampled_from("pP"))
def test_p_values(ten_thousandths: int, operator: str, space: str, point: str, letter: str) -> None:
    written = f"{letter}{space}{operator}{space}{decimal(ten_thousandths, 4, point)}"
    assert [value for _, value in found("p_value", f"L’écart était net ({written}).")] == [
        PValue(operator, ten_thousandths / 10000)  # type: ignore[arg-type]
    ]


@given(
    HUNDREDTHS,
    POINTS,
    st.sampled_from([("RR", "RR {}"), ("OR", "odds ratio : {}"), ("HR", "HR = {}"), ("RR", "risque relatif de {}")]),
)
def test_ratios(hundredths: int, point: str, form: tuple[str, str]) -> None:
    text = f"Le bénéfice ({form[1].format(decimal(hundredths, 2, point))} ; p = 0,01) est net."
    assert [value for _, value in found("contrast", text)] == [
        Contrast(form[0], hundredths / 100)  # type: ignore[arg-type]
    ]


@given(st.integers(1, 208), st.sampled_from(["à la semaine {}", "à {} semaines", "à S{}", "à la {}e semaine", "à W{}"]))
def test_weeks(weeks: int, form: str) -> None:
    text = f"La réponse {form.format(weeks)} était de 30 %."
    assert [value for _, value in found("timepoint", text)] == [Timepoint(float(weeks))]


NOTATIONS = [
    *("IC95 % : 1,9-4,8", "[1,2 ; 3,4]", "(2-3)", "p<0,001", "p = ", "NS", "RR 2,1", "différence de", "35 points"),
    *("- 5,2", "HR", "odds ratios étaient de 1,6", "(IC95 % 1,1-2,6)", "et 1,9", "12 patients sur 30", "84/108"),
    *("(78 %)", "51,2 %", "± 2,1", "à la semaine", "16", "S16", "24 semaines", "semaines 4, 8 et 12", "un an"),
    *("entre la 8e et la 24e semaine", "300 mg", "toutes les 2 semaines", "crème à 1,5 %", "n = 221", "674 patients"),
    *(
        "(",
        ")",
        "[",
        "]",
        ";",
        ",",
        ".",
        "à",
        "de",
        "et",
        "contre",
        "%",
        "phase II/III",
        "phases II et",
        "un tiers des",
    ),
    *(
        "trois patients sur quatre",
        "2017",
        "\n",
        "fig. 2",
        "| 38,8 |",
        "1 234,5",
        "/",
        "-",
        "un seul sur 18",
        "plus de",
    ),
    *("plus de", "un tiers des", "suivi médian de", "respectivement", "10-3"),
]


NUMERIC = ("number", "fraction", "interval", "contrast", "p_value", "dose", "timepoint", "sample_size", "phase")


@example(["différence de", "(IC95 % 1,1-2,6)", "16", "IC95 % : 1,9-4,8"], " ")
@given(st.lists(st.sampled_from(NOTATIONS), max_size=14), st.sampled_from([" ", "\u202f"]))
@settings(max_examples=200)
def test_in_any_mix_of_notations_a_number_belongs_to_one_family(parts: list[str], space: str) -> None:
    doc = load()(space.join(parts))
    taken = sorted((span.start_char, span.end_char) for family in NUMERIC for span in doc.spans[family])
    assert all(end <= start for (_, end), (start, _) in pairwise(taken))


@given(st.lists(st.sampled_from(NOTATIONS), max_size=10))
def test_notations_without_spaces_are_read_without_a_crash(parts: list[str]) -> None:
    doc = load()("".join(parts))
    assert set(doc.spans) >= set(FAMILIES)


@given(st.integers(1, 6000), st.sampled_from(["", " patients", " %", " semaines", "/30", " mg", " sur 40", " (12 %)"]))
@settings(max_examples=25)
def test_a_number_of_any_length_is_read_without_a_crash(digits: int, after: str) -> None:
    doc = load()(f"Le code n = {'7' * digits}{after}.")
    assert set(doc.spans) >= set(FAMILIES)
