"""spaCy as a library: `import spacy` imports its command line too, which takes a third of the time."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def import_spacy() -> None:
    """Import spaCy without `spacy.cli`, where nothing has imported it before; `spacy.cli` can be imported afterwards.

    The command line brings a web client, a templating engine and a project manager, 0.2 s in all. Of it spaCy's package
    only takes `spacy.info`, which here waits for its first call.
    """
    if "spacy" in sys.modules:
        return
    command_line, command = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    command_line.__path__ = []
    command.info = _info  # type: ignore[attr-defined]
    stand_ins = {module.__name__: module for module in (command_line, command)}
    sys.modules.update(stand_ins)
    try:
        import_module("spacy")
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`."""
    return import_module("spacy.cli.info").info(*arguments, **options)
