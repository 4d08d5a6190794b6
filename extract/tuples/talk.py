"""The words of `extract/rules/talk.yaml` as parts of regular expressions."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.rules.word_lists import WordLists, any_printed, read_word_lists

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """The lists of the file, the user's words laid over ours."""

    lists: WordLists

    def any(self, *roles: str) -> str:
        """A group that matches any word of these lists, whole, in text as it is printed; case is for the caller.

        >>> bool(re.fullmatch(read_talk().any("besides"), "de  surcroît"))
        True
        """
        return any_printed(word for role in roles for word in self.lists[role])

    def told_by(self, *roles: str) -> str:
        """The openings (`Cue`) of what matches any word of these lists: of each form that of its longest word.

        >>> read_talk().told_by("additions")
        'adjo ajou'
        """
        forms = (form for role in roles for form in self.lists[role])
        return " ".join(sorted({max(_WORD.findall(form), key=len)[:4] for form in forms}))


@lru_cache(maxsize=4)
def read_talk(rules_dir: Path | None = None) -> Talk:
    """The words of our rules with those of the folder `rules_dir` laid over them; read once."""
    return Talk(read_word_lists("talk.yaml", rules_dir))
