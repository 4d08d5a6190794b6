"""The one family of errors that a user can cause and mend; the command line turns each into a line and an exit code."""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the `extract` command returns to the shell; part of the documented interface."""

    OK = 0
    SOME_FAILED = 1  # the work was done, but some documents failed or some checks did not pass; each is named
    USAGE = 2  # a wrong option, filter value or path
    BASE = 3  # the evidence base cannot be opened, read or written
    RULES = 4  # a rules file has an error
    MISSING_PART = 5  # an optional part of the installation is needed
    FILE = 6  # the system refuses to read or write a file
    INTERNAL = 70  # a fault of the program itself
    INTERRUPTED = 130  # stopped from the keyboard


class ExtractError(Exception):
    """An error whose message names what is wrong, where, and the remedy, in one line that is fit for a user.

    Every layer subclasses it; `exit_code` is a class attribute.

    >>> str(UsageError("no phase « 5 »; choose from 1, 2, 3, 4"))
    'no phase « 5 »; choose from 1, 2, 3, 4'
    """

    exit_code: ClassVar[ExitCode] = ExitCode.SOME_FAILED


class UsageError(ExtractError):
    """An option, filter value or path that the user gave is wrong."""

    exit_code = ExitCode.USAGE


class BaseUnusableError(ExtractError):
    """The evidence base is missing, locked, of another program, or of a newer version."""

    exit_code = ExitCode.BASE


class MissingPartError(ExtractError):
    """A format needs a library that is not installed; the message names the extra to install."""

    exit_code = ExitCode.MISSING_PART
