"""The command-line reference is what the commands say of themselves, and says enough."""

import re

import pytest

from extract.cli.reference import PAGE, reference


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run `python -m extract.cli.reference` and commit the page"


SECTIONS = dict(re.findall(r"^## (extract .+?)\n\n```text\n(.*?)```", reference(), flags=re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("path", [path for path in SECTIONS if "COMMAND [ARGS]" not in SECTIONS[path]])
def test_every_command_shows_an_example_of_itself(path: str) -> None:
    assert re.search(rf"^ +.*{re.escape(path)}", SECTIONS[path].partition("Example")[2], flags=re.MULTILINE)
