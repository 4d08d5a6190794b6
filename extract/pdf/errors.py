"""What can be wrong with a PDF as a whole, each with a message of one line that says what to do."""

from schema.errors import ExitCode, ExtractError


class PdfError(ExtractError):
    """A file that cannot be read as a PDF; the message names no file, the caller knows it."""

    exit_code = ExitCode.FILE


class NotAPdfError(PdfError):
    """The bytes do not start a PDF."""


class EncryptedError(PdfError):
    """The PDF asks for a password."""


class DamagedError(PdfError):
    """The PDF has no page that can be opened, or its structure is broken."""
