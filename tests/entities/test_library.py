"""What is imported of spaCy: a fresh process each, for this one has spaCy."""

import subprocess
import sys

import pytest


def output_of(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


def test_the_pipeline_comes_without_spacys_command_line() -> None:
    program = "import sys, extract.entities.pipeline; print([m for m in sys.modules if m.startswith('spacy.cli')])"
    assert output_of(program) == "[]"


@pytest.mark.parametrize(
    "question",
    ["spacy.info(silent=True)['spacy_version']", "__import__('spacy.cli').cli.info(silent=True)['spacy_version']"],
)
def test_spacys_command_line_can_still_be_used(question: str) -> None:
    assert output_of(f"import extract.entities, spacy; print({question} == spacy.__version__)") == "True"
