"""Certainty cues, by the sentences that certainty.yaml gives for each kind."""

import pytest

from extract.entities.model import Certainty
from extract.rules import load_rules
from tests.entities.marked import found

GROUPS = load_rules().certainty


def kinds(text: str) -> set[str]:
    return {value.kind for _, value in found("certainty", text) if isinstance(value, Certainty)}


@pytest.mark.parametrize(("kind", "text"), [(g.role, text) for g in GROUPS for text in g.examples])
def test_examples(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), [(g.role, text) for g in GROUPS for text in g.counterexamples])
def test_counterexamples(kind: str, text: str) -> None:
    assert kind not in kinds(text)


def test_the_longest_cue_at_a_word_counts() -> None:
    assert found("certainty", "Le baricitinib est actuellement évalué : la phase II est en cours.") == [
        ("actuellement évalué", Certainty("ongoing", "ongoing")),
        ("est en cours", Certainty("ongoing", "ongoing")),
    ]


def test_no_cue_in_plain_findings() -> None:
    assert kinds("Le PASI 90 était obtenu par 75 % des malades sous anticorps.") == set()
