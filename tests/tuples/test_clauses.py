"""Breaks and comparison cues of a sentence."""

import pytest

from extract.tuples.clauses import Clauses, Mention


@pytest.mark.parametrize(
    "cue",
    [
        "contre", "versus", "vs.", "vs", "face au", "comparé à", "comparées aux", "comparaison avec",
        "par rapport à", "par comparaison aux", "comparativement à", "en comparaison de", "plutôt que",
        "au lieu de", "supérieure à", "inférieurs aux", "que sous", "qu' avec",
    ],
)  # fmt: skip
def test_a_cue_of_comparison_is_found_in_any_case(cue: str) -> None:
    for told in (cue, cue.capitalize()):
        assert [b.start for b in Clauses(f"58 % {told} le placebo", 0, ()).comparisons] == [5]


@pytest.mark.parametrize("than", ["plus", "moins", "aussi", "mieux", "autant", "davantage"])
def test_que_before_an_article_compares_behind_a_comparative(than: str) -> None:
    assert [b.start for b in Clauses(f"{than} efficace que la crème", 0, ()).comparisons] == [len(than) + 10]
    assert not Clauses("On sait que la crème agit", 0, ()).comparisons


@pytest.mark.parametrize("verb", ["a comparé", "a opposé", "confronte", "a montré la supériorité de"])
def test_a_before_the_second_arm_compares_behind_a_verb_of_comparison(verb: str) -> None:
    text = f"L'essai {verb} la crème au placebo"
    arms = tuple(Mention("drug", text.index(arm), text.index(arm) + len(arm), None) for arm in ("crème", "placebo"))
    assert [b.start for b in Clauses(text, 0, arms).comparisons] == [text.index("au placebo")]
