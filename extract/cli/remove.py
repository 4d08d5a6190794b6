"""`extract remove`: take documents and their statements out of the base."""

from typing import Annotated

import typer
from sqlmodel import Session

from extract.cli.options import DEFAULT_DB, DbOption
from extract.cli.registry import command_app, example
from extract.cli.terminal import one_line
from extract.store.base import open_base
from extract.store.documents import DocumentStatus, find_document, remove_document

app = command_app()


@app.command(epilog=example("extract remove article.pdf", "extract remove 3f2a9c04b1e7"))
def remove(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="File name, path, or the start of the SHA-256.")
    ],
    db: DbOption = DEFAULT_DB,
) -> None:
    """Take documents out of the base, with their text, statements and review decisions; the files stay.

    All of them are removed, or none where one is not found.
    """
    with open_base(db) as base:

        def remove_all(session: Session) -> list[DocumentStatus]:
            found = [find_document(session, asked) for asked in documents]
            for document in found:
                remove_document(session, document.id)
            return found

        for document in base.write(remove_all):
            typer.echo(one_line(f"{document.name}: removed (statements: {document.rows})"))
