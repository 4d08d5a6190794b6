from pathlib import Path

from extract.query.counts import Step, flow
from extract.query.filter import Filter
from extract.query.matching import NoLexicon
from extract.query.reader import open_reader
from extract.query.where import build_where
from extract.store.base import open_base
from extract.store.runs import begin_run
from extract.store.write import write_document
from schema.source import ExtractedDocument
from tests.query.evidence import evidence, make_base, result


def test_the_flow_from_documents_found_to_statements_kept(tmp_path: Path) -> None:
    path = make_base(
        tmp_path,
        result("r1", "dupilumab", "EASI75", trial="SOLO 1;SOLO 2"),
        result("r2", "dupilumab", "EASI90", trial="SOLO 2"),
        evidence("m1", kind="mechanism", drug="dupilumab", target="IL-4RA", document="b.pdf"),
    )
    with open_base(path) as base:
        reader = base.write(lambda session: begin_run(session, "0.1.0", "rules 1", {}))
        for place, outcome in enumerate(("no text", "no text", "damaged", "no statement")):
            document = ExtractedDocument(f"{place}" * 64, f"{place}.pdf", outcome)  # type: ignore[arg-type]
            base.write(lambda session, d=document: write_document(session, d, reader, d.name))  # type: ignore[misc]
    with open_reader(path) as reader_of_base:
        where = build_where(reader_of_base, Filter(endpoints=("EASI",)), NoLexicon())
        assert flow(reader_of_base, where) == (
            Step("documents found", 6),
            Step("replaced by a newer file", 0, 1),
            Step("not read: damaged", 1, 1),
            Step("not read: no text", 2, 1),
            Step("documents read", 3),
            Step("without statement", 1, 1),
            Step("with statements", 2, 1),
            Step("statements that meet the filter", 2),
            Step("kind: result", 2, 1),
            Step("review: unreviewed", 2, 1),
            Step("documents that they come from", 1),
            Step("trials that they name", 2),
        )
