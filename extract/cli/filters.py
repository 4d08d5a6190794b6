"""The filter options, declared once for every command that selects statements."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_args

import typer

from extract.cli.completion import complete
from extract.query.filter import Filter
from extract.query.parse import choice, phases, weeks, years
from extract.query.vocabulary import NameColumn
from schema.errors import UsageError
from schema.vocabulary import Certainty, Kind, ReviewState

Values = list[str] | None


def _names(option: str, what: str, column: NameColumn | None = None) -> Any:
    completer = complete(column) if column else None
    return typer.Option(option, metavar="NAME", help=what, show_default=False, autocompletion=completer)


def _words(option: str, what: str, vocabulary: Any) -> Any:
    return typer.Option(option, metavar="|".join(get_args(vocabulary)), help=what, show_default=False)


def _value(metavar: str, what: str, option: str) -> Any:
    return typer.Option(option, metavar=metavar, help=what, show_default=False)


def filter_from_options(
    drug: Annotated[Values, _names("--drug", "Drug: INN, brand, code name or class.", "drug")] = None,
    target: Annotated[Values, _names("--target", "Molecular target or family.", "target")] = None,
    indication: Annotated[Values, _names("--indication", "Disease.", "indication")] = None,
    endpoint: Annotated[
        Values, _names("--endpoint", "Endpoint, or scale: PASI for PASI75, PASI90.", "endpoint")
    ] = None,
    trial: Annotated[Values, _names("--trial", "Trial acronym.", "trial")] = None,
    registry: Annotated[Values, _names("--registry", "Registry number.", "registry")] = None,
    comparator: Annotated[Values, _names("--comparator", "Comparator arm.", "comparator")] = None,
    document: Annotated[Values, _names("--document", "Part of a file name, or a DOI.")] = None,
    kind: Annotated[Values, _words("--kind", "Kind of statement.", Kind)] = None,
    phase: Annotated[Values, _value("PHASE", "2 (with 2a, 2b, 1/2, 2/3), 2b alone, 2-3.", "--phase")] = None,
    week: Annotated[str | None, _value("TIME", "Time of measurement: 16, 12-24, 52-, 6m, 1y.", "--weeks")] = None,
    year: Annotated[str | None, _value("YEAR", "Year of publication: 2022, 2018-2022, 2020-.", "--year")] = None,
    certainty: Annotated[Values, _words("--certainty", "How the text puts it.", Certainty)] = None,
    review: Annotated[Values, _words("--review", "State of review.", ReviewState)] = None,
    check: Annotated[
        bool | None,
        typer.Option(
            "--check/--no-check", help="Only numbers that contradict each other, or none.", show_default=False
        ),
    ] = None,
    min_confidence: Annotated[float | None, _value("0..1", "Least confidence of the rule.", "--min-confidence")] = None,
    text: Annotated[str | None, _value("WORDS", 'In the passage: all words; "side by side"; start*.', "--text")] = None,
    superseded: Annotated[
        bool, typer.Option("--superseded", help="Also documents that a newer file replaced.")
    ] = False,
) -> Filter:
    """The filter that the options ask for.

    Raises:
        UsageError: a value that means nothing; the message names those that do.
    """
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise UsageError(f"--min-confidence: {min_confidence:g} is not between 0 and 1")
    return Filter(
        drugs=tuple(drug or ()),
        targets=tuple(target or ()),
        indications=tuple(indication or ()),
        endpoints=tuple(endpoint or ()),
        trials=tuple(trial or ()),
        registries=tuple(registry or ()),
        comparators=tuple(comparator or ()),
        documents=tuple(document or ()),
        kinds=_choices("--kind", kind, Kind),
        phases=tuple(dict.fromkeys(stored for value in phase or () for stored in phases(value))),
        certainties=_choices("--certainty", certainty, Certainty),
        reviews=_choices("--review", review, ReviewState),
        weeks=weeks(week) if week is not None else None,
        years=years(year) if year is not None else None,
        flagged=check,
        min_confidence=min_confidence,
        text=text,
        superseded=superseded,
    )


def takes_filter(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all filter options in place of its parameter `criteria: Filter`."""
    options = inspect.signature(filter_from_options).parameters
    own = [p for name, p in inspect.signature(command).parameters.items() if name != "criteria"]

    @functools.wraps(command)
    def with_options(**values: Any) -> None:
        criteria = filter_from_options(**{name: values.pop(name) for name in options})
        command(criteria=criteria, **values)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *options.values())]
    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_options


def _choices(option: str, values: list[str] | None, vocabulary: Any) -> tuple[str, ...]:
    return tuple(choice(option, value, get_args(vocabulary)) for value in values or ())
