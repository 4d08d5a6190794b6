"""Every expression with a quick test before it: the quick test never hides what the expression would find."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from types import ModuleType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import extract.tuples
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue

_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ0123456789 '’-,()%≥>.\u00a0"


def _cues() -> list[tuple[str, Cue]]:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(extract.tuples.__path__, "extract.tuples.")
    ]
    return [
        (f"{module.__name__}.{name}", each)
        for module in modules
        for name, each in (*vars(module).items(), *_of_rules(module))
        if isinstance(each, Cue)
    ]


def _of_rules(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The cues that a module makes of the words in `extract/rules/`."""
    loaded = getattr(module, "load_cues", None)
    if loaded and loaded.__module__ == module.__name__:
        yield from ((each.name, getattr(loaded(), each.name)) for each in fields(loaded()))


CUES = _cues()


@pytest.mark.parametrize(("name", "cue"), CUES, ids=[name for name, _ in CUES])
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_one_of_the_openings_stands_wherever_the_expression_matches(name: str, cue: Cue, data: st.DataObject) -> None:
    # few texts are drawn that have the bounds of words by chance
    loose = re.compile(cue.expression.replace(r"\b", "(?: |)"))
    drawn = data.draw(st.from_regex(loose, fullmatch=True, alphabet=st.sampled_from(_LETTERS)))
    assume(cue.pattern.search(drawn))
    assert cue.may_match(Clauses(drawn.upper(), 0, ())), name


@pytest.mark.parametrize(("name", "cue"), CUES, ids=[name for name, _ in CUES])
def test_expressions_are_in_lower_case(name: str, cue: Cue) -> None:
    plain = re.sub(r"\\.|\(\?P<\w+>", "", cue.expression)
    assert plain == plain.lower(), name


@pytest.mark.parametrize(
    ("sentence", "openings"),
    [
        ("L'autre groupe n'a rien reçu.", {"l", "autr", "grou", "n", "a", "rien", "reçu"}),
        ("Étude POETYK PSO-1 : 30 %", {"étud", "poet", "pso", "1", "30"}),
        ("", set()),
    ],
)
def test_openings_are_the_first_letters_of_the_words(sentence: str, openings: set[str]) -> None:
    assert Clauses(sentence, 0, ()).openings == openings
