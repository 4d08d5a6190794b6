"""The corpus is whole: every article has its source, manifest line and gold, and its gold quotes what it prints."""

import csv
import importlib.util
import json
import re
from pathlib import Path

import pypdfium2
import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = sorted(path.stem for path in CORPUS.glob("*.pdf"))
GOLD = {Path(line["doc"]).stem: line["facts"] for line in map(json.loads, (CORPUS / "gold.jsonl").open("rb"))}


def printed(article: str) -> str:
    """The article's characters in the order of its content stream, without white space and hyphens."""
    pdf = pypdfium2.PdfDocument(CORPUS / f"{article}.pdf")
    return squash("".join(page.get_textpage().get_text_range() for page in pdf))


def squash(text: str) -> str:
    return re.sub(r"[\s\-–−\u00ad\x00-\x1f\ufffe]+", "", text)


def test_each_article_has_a_source_a_manifest_line_and_gold() -> None:
    manifest = [Path(row["document"]).stem for row in csv.DictReader((CORPUS / "MANIFEST.csv").open(encoding="utf-8"))]
    sources = sorted(path.stem for path in CORPUS.glob("*.typ") if path.stem != "journal")
    assert (sources, sorted(manifest), sorted(GOLD)) == (ARTICLES, ARTICLES, ARTICLES)


@pytest.mark.parametrize("article", ARTICLES)
def test_gold_quotes_what_the_article_prints(article: str) -> None:
    text = printed(article)
    parts = {part for fact in GOLD[article] for part in re.split(r"…|\|", fact["quote"])}
    assert sorted(part for part in parts if squash(part) not in text) == []


@pytest.mark.parametrize("article", ARTICLES)
def test_gold_states_no_fact_twice(article: str) -> None:
    facts = [json.dumps(fact | {"quote": ""}, sort_keys=True) for fact in GOLD[article]]
    assert sorted(fact for fact in set(facts) if facts.count(fact) > 1) == []


@pytest.mark.slow
@pytest.mark.parametrize("article", ARTICLES)
def test_article_typesets_to_the_committed_bytes(article: str) -> None:
    typst = pytest.importorskip("typst")
    spec = importlib.util.spec_from_file_location("build", CORPUS / "build.py")
    assert spec and spec.loader
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    if typst.__version__ != build.COMPILER or not build.SANS.exists():
        pytest.skip(f"the corpus is set by typst {build.COMPILER} with {build.SANS.name}")
    assert build.typeset(CORPUS / f"{article}.typ") == (CORPUS / f"{article}.pdf").read_bytes()
