"""Arithmetic checks: a published-style error is flagged, a correct row never is."""

import math
from dataclasses import replace
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
    passage = "0,5 % (IC à 95 % : de 1,2 % à 2,3 %)"
    assert check(proportion(ArmValue(0.5, ci=(1.2, 2.3))), passage) == "value-outside-ci"
    assert check(proportion(ArmValue(), ArmValue(0.5, ci=(1.2, 2.3))), passage) == "comparator-outside-ci"


def test_an_estimate_on_the_rounded_edge_of_its_interval_is_right() -> None:
    assert check(proportion(ArmValue(3.0, ci=(3.4, 9.0))), "3 % (IC95 % : 3,4-9,0)") is None
    assert check(proportion(ArmValue(3.0, ci=(3.4, 9.0))), "3,0 % (IC95 % : 3,4-9,0)") == "value-outside-ci"


def test_words_may_carry_the_sign_of_a_change() -> None:
    draft = Draft("result", "r", 1.0, 0, 0, measure="mean_change", arm=ArmValue(8.6, ci=(-9.3, -7.8)))
    assert check(draft, "diminuait de 8,6 points (IC 95 % : −9,3 à −7,8)") is None
    assert check(replace(draft, arm=ArmValue(6.8, ci=(-9.3, -7.8))), "6,8 points (−9,3 à −7,8)") == "value-outside-ci"


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
        ("RR 3,0 ; IC95 % : 1,9-4,8 ; p < 0,001", contrast("RR", 3.0, (1.9, 4.8), PrintedP("<", 0.001))),
        ("HR 0,84 ; IC95 % : 0,71-1,00 ; p = 0,048", contrast("HR", 0.84, (0.71, 1.0), PrintedP("=", 0.048))),
        ("OR 1,7 ; IC95 % : 0,9-3,1 ; p = 0,09", contrast("OR", 1.7, (0.9, 3.1), PrintedP("=", 0.09))),
        ("OR 1,7 ; IC95 % : 0,9-3,1 ; NS", contrast("OR", 1.7, (0.9, 3.1), PrintedP(">", None))),
        ("OR 2,2 ; IC97,5 % : 1,2-4,2 ; p = 0,006", contrast("OR", 2.2, (1.2, 4.2), PrintedP("=", 0.006), 97.5)),
        ("RR 0,0 ; IC95 % : 0,0-4,8 ; p = 0,3", contrast("RR", 0.0, (0.0, 4.8), PrintedP("=", 0.3))),
        (
            "différence 5,2 % (IC95 % : -4,4 à 14,9), p < 0,001 pour la non-infériorité",
            contrast("RD", 5.2, (-4.4, 14.9), PrintedP("<", 0.001)),
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
        ("83 patients sur 112 (74,1 %)", ArmValue(74.1, events=83, n=112), None),
        ("29 patients sur 124 (23 %)", ArmValue(23.0, events=29, n=124), None),
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
        ("89 % contre 34 %, soit 55 points", (89.0, 34.0), "RD", 55.0, None, None),
        ("89 % contre 34 %, soit 45 points", (89.0, 34.0), "RD", 45.0, None, "effect-against-arms"),
        ("42,4 % contre 6,1 % (différence 39,6 ; 32,3 à 46,9)", (42.4, 6.1), "RD", 39.6, (32.3, 46.9), None),
        ("47 % contre 72 % (différence 24,9 ; 17,5 à 32,4)", (47.0, 72.0), "RD", 24.9, (17.5, 32.4), None),
        ("51,2 % contre 16,9 % ; RR 3,0 ; 1,9-4,8", (51.2, 16.9), "RR", 3.0, (1.9, 4.8), None),
        ("16,9 % contre 51,2 % ; RR 1,4 ; 1,1-1,9", (16.9, 51.2), "RR", 1.4, (1.1, 1.9), "effect-against-arms"),
        ("45 % contre 34 % ; OR 1,8 ; 1,1-2,7", (45.0, 34.0), "OR", 1.8, (1.1, 2.7), None),
        ("45 % contre 34 % ; OR ajusté 3,8", (45.0, 34.0), "OR", 3.8, None, None),
        ("71,0 % contre 61,1 % ; NNT de 10", (71.0, 61.1), "NNT", 10.0, None, None),
        ("89 % contre 34 % ; NNT de 2", (89.0, 34.0), "NNT", 2.0, None, None),
        ("71,0 % contre 61,1 % ; NNT de 4", (71.0, 61.1), "NNT", 4.0, None, "nnt-against-arms"),
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
        ("mean", "19,2 contre 17,8 ; différence 1,4", (19.2, 17.8), None),
        ("mean_change", "une baisse de 8,1 points contre 5,1 ; différence -3,0", (8.1, 5.1), None),
        ("mean", "19,2 contre 17,8 ; différence 7,4", (19.2, 17.8), "effect-against-arms"),
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
