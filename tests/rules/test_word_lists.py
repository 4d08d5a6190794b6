"""Word lists of the tuple rules: read whole, or refused with file, list and remedy."""

import re
from pathlib import Path

import pytest

from extract.rules import RuleError, load_rules
from extract.rules.word_lists import STUDY_LISTS, WORD_FILES, any_of, read_word_lists


def words_with(folder: Path, text: str, file: str = "study.yaml") -> Path:
    """`folder` with a user's word lists of that text."""
    (folder / file).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", WORD_FILES)
def test_our_own_lists_are_read(file: str) -> None:
    assert tuple(read_word_lists(file)) == WORD_FILES[file]


def test_words_of_a_user_are_added_to_ours(tmp_path: Path) -> None:
    lists = read_word_lists("study.yaml", words_with(tmp_path, "nouns:\n  - enquete de terrain\n"))
    ours = read_word_lists("study.yaml")
    assert lists == {**ours, "nouns": (*ours["nouns"], "enquete de terrain")}


def test_a_word_after_a_dash_is_taken_away(tmp_path: Path) -> None:
    ours = read_word_lists("study.yaml")
    lists = read_word_lists("study.yaml", words_with(tmp_path, f"nouns:\n  - -{ours['nouns'][0]}\n"))
    assert lists == {**ours, "nouns": ours["nouns"][1:]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("noms:\n  - essai\n", f"study.yaml: other lists than expected; the lists are {', '.join(STUDY_LISTS)}"),
        (
            "nouns: essai\n",
            "study.yaml, column « nouns »: it is no list; put each word on a line of its own after a dash",
        ),
        ("nouns: []\n", "study.yaml, column « nouns »: it is no list; put each word on a line of its own after a dash"),
        (
            "nouns:\n  - Étude\n",
            "study.yaml, column « nouns »: « Étude » is no word in lower case without accents; write it so",
        ),
        (
            "nouns:\n  - 3\n",
            "study.yaml, column « nouns »: « 3 » is no word in lower case without accents; write it so",
        ),
        (
            "nouns:\n  - -sondage\n",
            "study.yaml, column « nouns »: « -sondage » takes away a word that there is not; check its spelling",
        ),
    ],
)
def test_a_wrong_list_is_refused_with_place_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(words_with(tmp_path, text))
    assert str(caught.value) == message


@pytest.mark.parametrize("word", ["injecté", "injecte avec", "perfus*", "s'inject*", "co-administr*"])
def test_words_as_printed_may_have_accents_and_open_ends(tmp_path: Path, word: str) -> None:
    lists = read_word_lists("talk.yaml", words_with(tmp_path, f"received:\n  - {word}\n", "talk.yaml"))
    assert lists["received"][-1] == word


@pytest.mark.parametrize("word", ["Injecté", "per*", "inject*é", "injecté (e)", "'"])
def test_other_words_as_printed_are_refused(tmp_path: Path, word: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(words_with(tmp_path, f'received:\n  - "{word}"\n', "talk.yaml"))
    remedy = "write it so, and * behind four letters or more only"
    assert str(caught.value) == f"talk.yaml, column « received »: « {word} » is no word in lower case; {remedy}"


def test_what_is_no_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="not readable as YAML"):
        load_rules(words_with(tmp_path, "nouns: ["))


def test_the_longest_word_wins() -> None:
    assert re.match(any_of(["se lie", "se lie a"]), "se lie a jak1").group() == "se lie a"  # type: ignore[union-attr]
