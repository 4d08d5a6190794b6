"""Arithmetic checks: a published-style error is flagged, a correct row never is."""

import math
from statistics import NormalDist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.tuples.checks import check
from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from schema.vocabulary import EffectMeasure, Measure

NO_VALUE = ArmValue()


def proportion(arm: ArmValue, comparator: ArmValue = NO_VALUE, contrast: ContrastValue | None = None) -> Draft:
    return Draft("result", "r", 1.0, 0, 0, measure="proportion", arm=arm, comparator_arm=comparator, contrast=contrast)


def contrast(measure: EffectMeasure, value: float, ci: tuple[float, float], p: PrintedP, level: float = 95) -> Draft:
    return Draft("result", "r", 1.0, 0, 0, contrast=ContrastValue(measure, value, ci), p=p, ci_level=level)


def test_an_estimate_outside_its_interval_is_flagged() -> None:
    passage = "0,7 % (IC à 95 % : de 1,4 % à 2,6 %)"
    assert check(proportion(ArmValue(0.7, ci=(1.4, 2.6))), passage) == "value-outside-ci"
    assert check(proportion(ArmValue(), ArmValue(0.7, ci=(1.4, 2.6))), passage) == "comparator-outside-ci"


def test_an_estimate_on_the_rounded_edge_of_its_interval_is_right() -> None:
    assert check(proportion(ArmValue(3.0, ci=(3.4, 9.0))), "3 % (IC95 % : 3,4-9,0)") is None
    assert check(proportion(ArmValue(3.0, ci=(3.4, 9.0))), "3,0 % (IC95 % : 3,4-9,0)") == "value-outside-ci"


def test_words_may_carry_the_sign_of_a_change() -> None:
    draft = Draft("result", "r", 1.0, 0, 0, measure="mean_change", arm=ArmValue(8.6, ci=(-9.3, -7.8)))
    assert check(draft, "diminuait de 8,6 points (IC 95 % : −9,3 à −7,8)") is None
    assert check(draft._replace(arm=ArmValue(6.8, ci=(-9.3, -7.8))), "6,8 points (−9,3 à −7,8)") == "value-outside-ci"


def test_a_reversed_interval_is_flagged_once() -> None:
    assert check(proportion(ArmValue(40.0, ci=(52.0, 31.0))), "40 % (IC95 % : 52-31)") == "ci-reversed"


@pytest.mark.parametrize(
    ("passage", "draft"),
    [
        ("HR 0,79 ; IC95 % : 0,70-0,89 ; p = 0,21", contrast("HR", 0.79, (0.70, 0.89), PrintedP("=", 0.21))),
        ("RR 1,2 ; IC95 % : 0,9-1,6 ; p < 0,001", contrast("RR", 1.2, (0.9, 1.6), PrintedP("<", 0.001))),
        ("OR 2,4 ; IC95 % : 1,6-3,6 ; p = 0,04", contrast("OR", 2.4, (1.6, 3.6), PrintedP("=", 0.04))),
        ("différence 12 points ; IC95 % : -3 à 27 ; p = 0,002", contrast("RD", 12, (-3, 27), PrintedP("=", 0.002))),
        ("HR 0,60 ; IC95 % : 0,45-0,80 ; NS", contrast("HR", 0.60, (0.45, 0.80), PrintedP(">", None))),
    ],
)
def test_a_p_that_the_interval_contradicts_is_flagged(passage: str, draft: Draft) -> None:
    assert check(draft, passage) == "p-against-ci"


@pytest.mark.parametrize(
    ("passage", "draft"),
    [
        ("RR 2,8 ; IC95 % : 1,7-4,6 ; p < 0,001", contrast("RR", 2.8, (1.7, 4.6), PrintedP("<", 0.001))),
        ("HR 0,84 ; IC95 % : 0,71-1,00 ; p = 0,048", contrast("HR", 0.84, (0.71, 1.0), PrintedP("=", 0.048))),
        ("OR 1,7 ; IC95 % : 0,9-3,1 ; p = 0,09", contrast("OR", 1.7, (0.9, 3.1), PrintedP("=", 0.09))),
        ("OR 1,7 ; IC95 % : 0,9-3,1 ; NS", contrast("OR", 1.7, (0.9, 3.1), PrintedP(">", None))),
        ("OR 2,2 ; IC97,5 % : 1,2-4,2 ; p = 0,006", contrast("OR", 2.2, (1.2, 4.2), PrintedP("=", 0.006), 97.5)),
        ("RR 0,0 ; IC95 % : 0,0-4,8 ; p = 0,3", contrast("RR", 0.0, (0.0, 4.8), PrintedP("=", 0.3))),
        (
            "différence 4,8 % (IC95 % : -4,1 à 13,7), p < 0,001 pour la non-infériorité",
            contrast("RD", 4.8, (-4.1, 13.7), PrintedP("<", 0.001)),
        ),
    ],
)
def test_a_p_that_fits_the_interval_is_not_flagged(passage: str, draft: Draft) -> None:
    assert check(draft, passage) is None


@given(
    effect=st.floats(-2.0, 2.0),
    standard_error=st.floats(0.05, 0.8),
    digits=st.integers(1, 3),
    level=st.sampled_from([90, 95, 97.5, 99]),
)
def test_no_correctly_rounded_ratio_is_flagged(effect: float, standard_error: float, digits: int, level: float) -> None:
    reach = NormalDist().inv_cdf(0.5 + level / 200) * standard_error
    p = round(2 * (1 - NormalDist().cdf(abs(effect) / standard_error)), 3)
    printed = [round(math.exp(exponent), digits) for exponent in (effect, effect - reach, effect + reach)]
    assume(0 < p < 1 and printed[1] > 0)
    draft = contrast("OR", printed[0], (printed[1], printed[2]), PrintedP("=", p), level)
    passage = " ; ".join(f"{value:.{digits}f}" for value in printed) + f" ; p = {p:.3f}"
    assert check(draft, passage) is None


@pytest.mark.parametrize(
    ("passage", "arm", "code"),
    [
        ("90 patients sur 121 (74,4 %)", ArmValue(74.4, events=90, n=121), None),
        ("31 patients sur 133 (23 %)", ArmValue(23.0, events=31, n=133), None),
        ("12 patients sur 30", ArmValue(40.0, events=12, n=30), None),
        ("38 patients sur 112 (43,9 %)", ArmValue(43.9, events=38, n=112), "value-against-events"),
        ("52 patients sur 48 (92 %)", ArmValue(92.0, events=52, n=48), "events-above-n"),
    ],
)
def test_a_proportion_is_its_events_over_its_participants(passage: str, arm: ArmValue, code: str | None) -> None:
    assert check(proportion(arm), passage) == code


@given(events=st.integers(0, 500), n=st.integers(1, 500), digits=st.integers(0, 2))
def test_no_correctly_rounded_proportion_is_flagged(events: int, n: int, digits: int) -> None:
    assume(events <= n)
    printed = f"{100 * events / n:.{digits}f}"
    assert check(proportion(ArmValue(float(printed), events=events, n=n)), f"{events}/{n} ({printed} %)") is None


@pytest.mark.parametrize(
    ("passage", "arms", "measure", "value", "ci", "code"),
    [
        ("88 % contre 35 %, soit 53 points", (88.0, 35.0), "RD", 53.0, None, None),
        ("88 % contre 35 %, soit 43 points", (88.0, 35.0), "RD", 43.0, None, "effect-against-arms"),
        ("41,2 % contre 6,4 % (différence 37,9 ; 30,6 à 45,2)", (41.2, 6.4), "RD", 37.9, (30.6, 45.2), None),
        ("46 % contre 70 % (différence 24,6 ; 17,0 à 32,1)", (46.0, 70.0), "RD", 24.6, (17.0, 32.1), None),
        ("50,3 % contre 17,2 % ; RR 2,9 ; 1,8-4,7", (50.3, 17.2), "RR", 2.9, (1.8, 4.7), None),
        ("17,2 % contre 50,3 % ; RR 1,4 ; 1,1-1,9", (17.2, 50.3), "RR", 1.4, (1.1, 1.9), "effect-against-arms"),
        ("44 % contre 33 % ; OR 1,6 ; 1,0-2,6", (44.0, 33.0), "OR", 1.6, (1.0, 2.6), None),
        ("44 % contre 33 % ; OR ajusté 3,8", (44.0, 33.0), "OR", 3.8, None, None),
        ("70,2 % contre 60,1 % ; NNT de 10", (70.2, 60.1), "NNT", 10.0, None, None),
        ("88 % contre 35 % ; NNT de 2", (88.0, 35.0), "NNT", 2.0, None, None),
        ("70,2 % contre 60,1 % ; NNT de 4", (70.2, 60.1), "NNT", 4.0, None, "nnt-against-arms"),
        ("40 % contre 40 % ; NNT de 9", (40.0, 40.0), "NNT", 9.0, None, "nnt-against-arms"),
    ],
)
def test_a_contrast_fits_its_arms(
    passage: str,
    arms: tuple[float, float],
    measure: EffectMeasure,
    value: float,
    ci: tuple[float, float] | None,
    code: str | None,
) -> None:
    draft = proportion(ArmValue(arms[0]), ArmValue(arms[1]), ContrastValue(measure, value, ci))
    assert check(draft, passage) == code


@pytest.mark.parametrize(
    ("measure", "passage", "arms", "code"),
    [
        ("mean", "18,9 contre 17,6 ; différence 1,3", (18.9, 17.6), None),
        ("mean_change", "une baisse de 8,1 points contre 5,1 ; différence -3,0", (8.1, 5.1), None),
        ("mean", "18,9 contre 17,6 ; différence 7,3", (18.9, 17.6), "effect-against-arms"),
    ],
)
def test_a_mean_difference_fits_its_means(
    measure: Measure, passage: str, arms: tuple[float, float], code: str | None
) -> None:
    value = float(passage.rpartition(" ")[2].replace(",", "."))
    draft = Draft(
        "result", "r", 1.0, 0, 0, measure=measure, arm=ArmValue(arms[0]), comparator_arm=ArmValue(arms[1]),
        contrast=ContrastValue("MD", value),
    )  # fmt: skip
    assert check(draft, passage) == code
