"""Word lists of the tuple rules (the files of `WORD_FILES`): a name, then a phrase a line."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from extract.rules.tables import RuleError
from extract.rules.yaml_files import load_yaml

WordLists = Mapping[str, tuple[str, ...]]

_REMOVAL = "-"
_PLAIN = re.compile(r"[a-z0-9 '…().*/%+-]+")
_SIGN = "[a-zà-öø-ÿœ0-9]"
_PART = rf"{_SIGN}(?:(?:{_SIGN}|['-])*{_SIGN})?(?:(?<={_SIGN * 4})\*)?"
_PRINTED = re.compile(rf"{_REMOVAL}?{_PART}(?: {_PART})*")
"""Four letters before `*` leave few words that it may end in, and tell by themselves that none stands in a sentence."""


@lru_cache(maxsize=16)
def read_word_lists(name: str, overlay: Path | None = None) -> WordLists:
    """The lists of one file of `WORD_FILES`, with those of the folder `overlay` laid over them.

    The words are compared with text in lower case without accents, those of `PRINTED_FILES` with text as it is printed.
    A user's file may hold some of the lists only; its words are added to ours, and a word that starts with `-` takes
    ours away.

    Raises RuleError where a file is no YAML, has unknown lists, or a word has capitals or accents that nothing matches.

    >>> "effectif" in read_word_lists("tables.yaml")["size_heads"]
    True
    """
    ours = _read(Path(__file__).parent / name, WORD_FILES[name])
    if set(ours) != set(WORD_FILES[name]):
        raise RuleError.at(name, 0, "", "lists are missing", f"the lists are {', '.join(WORD_FILES[name])}")
    if overlay is None or not (overlay / name).is_file():
        return ours
    theirs = _read(overlay / name, WORD_FILES[name])
    return {role: _laid_over(name, role, words, theirs.get(role, ())) for role, words in ours.items()}


def _laid_over(file: str, role: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    words = list(ours)
    for word in theirs:
        if not word.startswith(_REMOVAL):
            words.append(word)
        elif word.removeprefix(_REMOVAL) in words:
            words.remove(word.removeprefix(_REMOVAL))
        else:
            raise RuleError.at(file, 0, role, f"« {word} » takes away a word that there is not", "check its spelling")
    if not words:
        raise RuleError.at(file, 0, role, "every word is taken away", "leave or add one")
    return tuple(dict.fromkeys(words))


def _read(path: Path, names: tuple[str, ...]) -> WordLists:
    try:
        data = load_yaml(path.read_text(encoding="utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError.at(path.name, 0, "", f"not readable as YAML ({error})", "check indent and encoding") from error
    if not isinstance(data, Mapping) or not set(data) <= set(names):
        raise RuleError.at(path.name, 0, "", "other lists than expected", f"the lists are {', '.join(names)}")
    return {name: _words(path.name, name, data[name]) for name in names if name in data}


def _words(file: str, name: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not words:
        raise RuleError.at(file, 0, name, "it is no list", "put each word on a line of its own after a dash")
    shape, wanted, remedy = (
        (_PRINTED, "in lower case", "write it so, and * behind four letters or more only")
        if file in PRINTED_FILES
        else (_PLAIN, "in lower case without accents", "write it so")
    )
    for word in words:
        if not isinstance(word, str) or not shape.fullmatch(word):
            raise RuleError.at(file, 0, name, f"« {word} » is no word {wanted}", remedy)
    return tuple(words)


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, longest first, with any spacing between parts; `…` is a few words.

    >>> bool(re.fullmatch(any_of(["se lie", "se lie a"]), "se  lie a"))
    True
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(_part(part) for part in word.split()) for word in ordered) + ")"


def any_printed(words: Iterable[str]) -> str:
    """A group that matches any of `words` of one of `PRINTED_FILES`, whole, in text as printed and case ignored.

    >>> bool(re.fullmatch(any_printed(["l'ajout", "y ajout*"]), "Y  ajoutaient", re.IGNORECASE))
    True
    """
    return rf"\b{_factored([tuple(_SIGNS.get(sign, sign) for sign in word) for word in set(words)])}\b"


_SIGNS = {" ": r"\s+", "*": r"\w*", "'": "['’]"}


def _factored(forms: Collection[tuple[str, ...]]) -> str:
    """The alternatives, each a row of signs; what several begin with is told once, so that few are tried at a place."""
    behind: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(filter(None, forms)):
        behind.setdefault(form[0], []).append(form[1:])
    branches = [first + _factored(rests) for first, rests in behind.items()]
    if () in forms:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _part(part: str) -> str:
    return r"[^.;:()⟨⟩]{1,40}?" if part == "…" else re.escape(part)


def cores(words: Iterable[str]) -> tuple[str, ...]:
    """Strings of which every text that `any_of(words)` matches holds one: of each word its longest part.

    To look for a few strings costs a hundredth of what the regular expression costs that they stand in for.

    >>> cores(["essai", "essais", "revue cochrane", "entre en competition avec … pour"])
    ('essai', 'cochrane', 'competition')
    """
    longest = dict.fromkeys(max(word.split(), key=len) for word in words)
    return tuple(core for core in longest if not any(other != core and other in core for other in longest))


def holds_any(text: str, strings: Iterable[str]) -> bool:
    """Whether one of `strings`, the `cores` of a list mostly, stands in the text."""
    for string in strings:  # noqa: SIM110 -- `any` would make a generator, and takes twice as long
        if string in text:
            return True
    return False


MECHANISM_LISTS = (
    "nouns", "carriers", "prepositions", "verbs", "copulas", "formulations", "object_verbs", "no_targets",
    "actions", "participles", "same_target",
    "anaphors", "first_named", "second_named", "third_named", "fourth_named", "barriers", "foils",
)  # fmt: skip
STUDY_LISTS = (
    "nouns", "design", "decisive", "under_study", "general", "unreal", "enrolment", "anaphors",
    "tellers", "telling", "given_to", "real_life", "tried", "does", "shared_out",
)  # fmt: skip
TABLE_LISTS = (
    "baseline_captions", "baseline_rows", "general_labels", "size_heads", "p_heads", "time_heads", "target_heads",
    "treated_heads", "control_heads", "baseline_heads", "arm_heads",
    "product_heads", "subgroup_heads", "responses",
)  # fmt: skip
TALK_LISTS = (
    "received", "receiving", "receive", "besides", "everyone", "additions", "joined", "added", "mixtures",
    "together", "alone", "tried", "before", "earlier", "in_passing", "without", "allowed", "rescue", "treating",
    "tests", "comparators", "reference", "controls", "groups", "shared_out", "shares_out", "enrolled", "enrols",
    "conducted", "counted", "defined", "frequency", "strikes", "concerned", "people", "at_large", "topical_forms",
    "holders", "duration", "blamed", "guilty", "medicines", "oral_forms", "injected_forms", "antibodies",
    "intakes", "treated", "by_choice", "associating", "primary", "assessable", "assessed", "in_order", "figures",
    "overall",
    "own_studies",
    "results_at_large",
    "put_against",
    "published",
    "parts_of_studies",
)  # fmt: skip
WORD_FILES: dict[str, tuple[str, ...]] = {
    "mechanism.yaml": MECHANISM_LISTS,
    "study.yaml": STUDY_LISTS,
    "tables.yaml": TABLE_LISTS,
    "talk.yaml": TALK_LISTS,
}
"""The files of word lists, and the lists that each holds."""
PRINTED_FILES = ("talk.yaml",)
"""Those with accents: « traité » is what « traite » is not."""
