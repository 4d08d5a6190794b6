"""Short ways to write rows and gold for the tests of the evaluation."""

import json
from typing import Any

from extract.evaluate.gold import GoldDocument, parse_document
from extract.evaluate.observation import Row
from schema.evidence import Evidence


def row(kind: str, confidence: float = 1.0, **cells: Any) -> Row:
    fixed = {"id": "1", "document": "a.pdf", "page": 1, "passage": "…", "rule": f"{kind}.rule"}
    return Row(Evidence.model_validate(fixed | {"kind": kind} | cells), confidence)


def gold(*facts: dict[str, Any]) -> GoldDocument:
    return parse_document(json.dumps({"doc": "a.pdf", "facts": facts}))


def arm(name: str | list[str], value: float, **slots: Any) -> dict[str, Any]:
    """A gold result: by default a share of patients."""
    return {"kind": "result", "arm": name, "endpoint": ["PASI90"], "measure": "proportion", "value": value} | slots
