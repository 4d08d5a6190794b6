"""The formats that `extract export` writes; a format's module, and the library it needs, is imported only when used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from extract.export.result import Written
from schema.errors import MissingPartError

Writer = Callable[..., Written]
"""Takes the rows (or documents) and a binary stream."""


@dataclass(frozen=True, slots=True)
class Format:
    """Where a format's writer is, what it takes, its file suffix, and what it is for."""

    module: str
    function: str
    suffix: str
    purpose: str
    takes: Literal["rows", "documents"] = "rows"
    is_text: bool = True


FORMATS: Mapping[str, Format] = {
    "csv": Format("delimited", "write_csv", ".csv", "the evidence table, every column"),
    "excel-fr": Format("delimited", "write_excel_fr", ".csv", "csv that a French Excel opens by double click"),
    "tsv": Format("delimited", "write_tsv", ".tsv", "the evidence table, tab-separated"),
    "xlsx": Format("workbook", "write_xlsx", ".xlsx", "a workbook, one sheet a kind", is_text=False),
    "jsonl": Format("json_lines", "write_jsonl", ".jsonl", "one JSON object a row"),
    "parquet": Format("parquet", "write_parquet", ".parquet", "typed columns for R, pandas, DuckDB", is_text=False),
    "html": Format("page", "write_html", ".html", "a self-contained page with filter, sort and passages"),
    "summary-of-findings": Format("findings", "write_findings", "", "csv, one line a comparison, with concordance"),
    "metafor": Format("metafor", "write_metafor", "", "csv for R's metafor: ai n1i ci n2i, yi sei"),
    "netmeta": Format("netmeta", "write_netmeta", "", "csv for R's netmeta: one line an arm"),
    "revman": Format("revman", "write_revman", ".zip", "zip of csv files for RevMan Web", is_text=False),
    "fhir": Format("fhir", "write_fhir", ".json", "a Bundle of FHIR R5 Evidence resources"),
    "ris": Format("references", "write_ris", ".ris", "the documents, for a reference manager", takes="documents"),
    "bibtex": Format("references", "write_bibtex", ".bib", "the documents, for LaTeX", takes="documents"),
    "markdown": Format("markdown", "write_markdown", ".md", "the main columns for a report"),
}
"""The formats by name."""


def format_for(path: Path) -> str | None:
    """The format that a file name's suffix stands for; None where it stands for none.

    >>> format_for(Path("table.XLSX")), format_for(Path("table"))
    ('xlsx', None)
    """
    return next((name for name, kind in FORMATS.items() if kind.suffix and kind.suffix == path.suffix.casefold()), None)


def load_writer(name: str) -> Writer:
    """The writer of a format of `FORMATS`.

    Raises:
        MissingPartError: its library is not installed.
    """
    kind = FORMATS[name]
    try:
        module: Any = import_module(f"extract.export.{kind.module}")
    except ModuleNotFoundError as error:
        raise MissingPartError(f"format {name} needs {error.name}: pip install 'extract[export]'") from error
    writer: Writer = getattr(module, kind.function)
    return writer
