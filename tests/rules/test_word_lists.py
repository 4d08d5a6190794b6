"""Word lists of the tuple rules: read whole, or refused with file, list and remedy."""

import re
from pathlib import Path

import pytest

from extract.rules.loader import RULES_DIR
from extract.rules.tables import RuleError
from extract.rules.word_lists import MECHANISM_LISTS, STUDY_LISTS, TABLE_LISTS, any_of, read_word_lists


@pytest.mark.parametrize(
    ("file", "names"),
    [("mechanism.yaml", MECHANISM_LISTS), ("study.yaml", STUDY_LISTS), ("tables.yaml", TABLE_LISTS)],
)
def test_our_own_lists_are_read(file: str, names: tuple[str, ...]) -> None:
    assert tuple(read_word_lists(RULES_DIR / file, names)) == names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("verbes:\n  - bloque\n", "words.yaml: other lists than expected; the lists are verbs"),
        (
            "verbs: bloque\n",
            "words.yaml, column « verbs »: it is no list; put each word on a line of its own after a dash",
        ),
        ("verbs: []\n", "words.yaml, column « verbs »: it is no list; put each word on a line of its own after a dash"),
        (
            "verbs:\n  - Évalué\n",
            "words.yaml, column « verbs »: « Évalué » is no word in lower case without accents; write it so",
        ),
        (
            "verbs:\n  - 3\n",
            "words.yaml, column « verbs »: « 3 » is no word in lower case without accents; write it so",
        ),
    ],
)
def test_a_wrong_list_is_refused_with_place_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_word_lists(path, ("verbs",))
    assert str(caught.value) == message


def test_what_is_no_yaml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("verbs: [", encoding="utf-8")
    with pytest.raises(RuleError, match="not readable as YAML"):
        read_word_lists(path, ("verbs",))


def test_the_longest_word_wins() -> None:
    assert re.match(any_of(["se lie", "se lie a"]), "se lie a jak1").group() == "se lie a"  # type: ignore[union-attr]
