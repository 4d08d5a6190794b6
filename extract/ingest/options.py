"""How documents are read: what the command passes on to the processes that read them, at no cost to import."""

from dataclasses import dataclass, field
from pathlib import Path

from extract.ingest.limits import Limits


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """How documents are read: `make_extractor` names the function (`module:function`) that makes the extractor."""

    make_extractor: str = "extract.ingest.document:make_extractor"
    rules_dir: str | None = None
    ocr: bool = False
    limits: Limits = field(default_factory=Limits)


def rules_path(options: WorkerOptions) -> Path | None:
    """The folder of the user's rules, or None."""
    return Path(options.rules_dir) if options.rules_dir else None
