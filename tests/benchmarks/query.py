"""How long queries take on a synthetic base: `python -m tests.benchmarks.query [ROWS]`, a million rows by default.

The base is built in a temporary folder (or kept at `--base FILE`), through the migrations and with the triggers that
real writing meets. Each query is timed inside one process, best of three: start-up is timed apart.
"""

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from extract.query.filter import Filter, Range
from extract.query.find import count_groups, count_rows, find_rows, sort_order
from extract.query.reader import Reader, open_reader
from extract.query.synonyms import Synonyms
from extract.query.vocabulary import stored_names
from extract.query.where import build_where
from extract.rules import load_rules
from extract.store.base import open_base

ROWS_PER_DOCUMENT = 40
ROWS_PER_PASSAGE = 2
PAGE_OF_ROWS = 50  # what `extract query` shows on a terminal

QUERIES: dict[str, Filter] = {
    "--drug Opzelura": Filter(drugs=("Opzelura",)),
    "--drug 'inhibiteurs de JAK' --endpoint PASI": Filter(drugs=("inhibiteurs de JAK",), endpoints=("PASI",)),
    "--target IL-17 --phase 3": Filter(targets=("IL-17",), phases=("2/3", "3", "3a", "3b")),
    "--endpoint PASI --weeks 16": Filter(endpoints=("PASI",), weeks=Range(15.5, 16.5)),
    "--indication psoriasis --year 2020-2022": Filter(indications=("psoriasis",), years=Range(2020, 2022)),
    "--trial 'TRuE-V1'": Filter(trials=("TRuE-V1",)),
    "--registry NCT00000007": Filter(registries=("NCT00000007",)),
    "--document article-777.pdf": Filter(documents=("article-777.pdf",)),
    "--text 'critère principal repigm*'": Filter(text="critère principal repigm*"),
    "--kind mechanism": Filter(kinds=("mechanism",)),
    "--certainty negated --kind study": Filter(certainties=("negated",), kinds=("study",)),
    "--kind result --kind study --phase 3": Filter(kinds=("result", "study"), phases=("3",)),
    "--drug ruxolitinib --kind result --phase 3": Filter(drugs=("ruxolitinib",), kinds=("result",), phases=("3",)),
    "--weeks 16": Filter(weeks=Range(15.5, 16.5)),
    "--year 2020-2022": Filter(years=Range(2020, 2022)),
    "--review corrected": Filter(reviews=("corrected",)),
    "--check": Filter(flagged=True),
    "--min-confidence 0.99": Filter(min_confidence=0.99),
    "(no filter)": Filter(),
}


def main() -> None:
    """Build the base, time the queries, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--base", type=Path, help="keep the base here, or use the one that is there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.base or Path(folder) / "evidence.db"
        if not path.exists():
            print(f"building {asked.rows} rows: {_seconds(lambda: build(path, asked.rows), 1):.0f} s", flush=True)
        print(f"base of {path.stat().st_size / 1e9:.2f} GB\n")
        with open_reader(str(path)) as reader:
            print_times(reader)
        print_start_up(path)


def print_times(reader: Reader) -> None:
    """One line a query: the first page of rows, and the count of all rows, in milliseconds."""
    print(f"{'query':<46}{'page':>9}{'count':>9}{'rows':>10}")
    for name, criteria in QUERIES.items():
        page = _seconds(lambda c=criteria: list(find_rows(reader, _where(reader, c), limit=PAGE_OF_ROWS)))
        count = _seconds(lambda c=criteria: count_rows(reader, _where(reader, c)))
        rows = count_rows(reader, _where(reader, criteria))
        print(f"{name:<46}{page * 1e3:>6.0f} ms{count * 1e3:>6.0f} ms{rows:>10}", flush=True)
    where = _where(reader, Filter(drugs=("ruxolitinib",)))
    grouped = _seconds(lambda: count_groups(reader, where, "trial"))
    print(f"{'--drug ruxolitinib --group-by trial --count':<46}{grouped * 1e3:>6.0f} ms")
    by_value = _seconds(lambda: list(find_rows(reader, where, sort_order("-value"), PAGE_OF_ROWS)))
    print(f"{'--drug ruxolitinib --sort -value':<46}{by_value * 1e3:>6.0f} ms")
    names = _seconds(lambda: stored_names(reader, "endpoint"))
    print(f"{'completion of endpoints':<46}{names * 1e3:>6.0f} ms")


def print_start_up(path: Path) -> None:
    """Whole commands, best of five, in seconds."""
    print()
    for words in (
        ["--help"],
        ["query", "--db", str(path), "--limit", "50"],
        ["query", "--db", str(path), "--drug", "Opzelura"],
    ):
        command = [sys.executable, "-m", "extract", *words]
        taken = _seconds(lambda c=command: subprocess.run(c, capture_output=True, check=True), 5)
        print(f"extract {' '.join(words).replace(str(path), 'FILE'):<44}{taken:>6.2f} s")


def build(path: Path, number: int) -> None:
    """Make a base with so many rows."""
    open_base(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(
        "INSERT INTO run (id, started_at, state, version, fingerprint, options, documents_read, documents_known,"
        " documents_failed, rows_written) VALUES (1, '2024-01-01', 'finished', '0', 'f', '{}', 0, 0, 0, 0)"
    )
    documents = number // ROWS_PER_DOCUMENT + 1
    connection.executemany(
        "INSERT INTO document (id, sha256, name, outcome, reason, page_count, version, fingerprint, run_id,"
        " first_run_id) VALUES (?, ?, ?, 'ok', '', 8, '0', 'f', 1, 1)",
        ((key, f"{key:064x}", f"article-{key}.pdf") for key in range(1, documents + 1)),
    )
    connection.executemany(
        "INSERT INTO passage (id, document_id, page, start_char, end_char, boxes) VALUES (?, ?, 1, ?, ?, '[]')",
        (
            (key, key * ROWS_PER_PASSAGE // ROWS_PER_DOCUMENT + 1, key, key + 1)
            for key in range(number // ROWS_PER_PASSAGE + 1)
        ),
    )
    rows = _rows(number)
    first = next(rows)
    columns = ", ".join(f'"{name}"' for name in first)
    sql = f"INSERT INTO evidence ({columns}) VALUES ({', '.join('?' * len(first))})"
    connection.execute(sql, tuple(first.values()))
    connection.executemany(sql, (tuple(row.values()) for row in rows))
    connection.commit()
    connection.close()


def _rows(number: int) -> Iterator[dict[str, str | int | float | None]]:
    """Rows as a real base holds them: few frequent drugs and endpoints, a long tail of rare ones."""
    chance = random.Random(7)
    rules = load_rules()
    drugs = [drug.inn for drug in rules.drugs[:500]]
    drugs += [" + ".join(sorted(chance.sample(drugs, 2))) for _ in range(1500)]
    endpoints = [f"{scale.scale}{step}" for scale in rules.scales for step in scale.percent]
    endpoints += [f"effet indésirable {place}" for place in range(3000)]
    trials = [trial.acronym for trial in rules.trials] + [f"ESSAI-{place}" for place in range(2000)]
    diseases, targets = [disease.name for disease in rules.diseases], [target.symbol for target in rules.targets]
    words = [f"mot{place}" for place in range(5000)] + ["critère", "principal", "repigmentation", "œdème"]
    for place in range(number):
        document = place // ROWS_PER_DOCUMENT + 1
        kind = chance.choices(("result", "study", "mechanism"), (80, 15, 5))[0]
        yield {
            "id": f"{place:016x}",
            "document": f"article-{document}.pdf",
            "year": 1990 + document % 35,
            "page": 1 + place % 8,
            "passage": " ".join(chance.choices(words, k=25)),
            "kind": kind,
            "drug": _often_first(chance, drugs),
            "target": _often_first(chance, targets) if chance.random() < 0.6 else None,
            "indication": _often_first(chance, diseases),
            "phase": chance.choice(("1", "2", "2b", "3", "3", "4", None, None)),
            "trial": _often_first(chance, trials) if chance.random() < 0.5 else None,
            "registry": f"NCT{place % 40_000:08}" if chance.random() < 0.2 else None,
            "endpoint": _often_first(chance, endpoints) if kind == "result" else None,
            "timepoint_weeks": chance.choice((4.0, 12.0, 16.0, 24.0, 52.0, None)),
            "measure": "proportion",
            "value": round(chance.uniform(0, 100), 1),
            "unit": "%",
            "comparator": chance.choice(("placebo", "véhicule", "adalimumab", None)),
            "certainty": "negated" if chance.random() < 0.02 else "affirmed",
            "check": "p against interval" if chance.random() < 0.002 else None,
            "rule": "result.synthetic",
            "review": "corrected" if chance.random() < 0.0002 else "unreviewed",
            "document_id": document,
            "passage_id": place // ROWS_PER_PASSAGE,
            "position": place % ROWS_PER_DOCUMENT,
            "confidence": round(chance.uniform(0.5, 1), 2),
        }


def _often_first(chance: random.Random, names: list[str]) -> str:
    """A name, the earlier in the list the more often."""
    return names[int(len(names) * chance.random() ** 3)]


def _where(reader: Reader, criteria: Filter):  # type: ignore[no-untyped-def]
    return build_where(reader, criteria, Synonyms())


def _seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least of some times that the work takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    main()
