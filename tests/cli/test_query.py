"""`extract query` as a user types it: what is printed where, and the exit code."""

import pytest

from tests.cli.run import run
from tests.query.evidence import evidence, make_base, result


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_base(
        tmp_path_factory.mktemp("cli"),
        evidence("m1", kind="mechanism", drug="ruxolitinib", target="JAK1", page=2),
        result("r1", "ruxolitinib", "F-VASI75", trial="TRuE-V1", timepoint="S24", value=29.8, unit="%", page=4),
        result("r2", "dupilumab", "EASI75", passage="=1+1", value=-51.0),
    )


@pytest.mark.parametrize(
    ("words", "out", "err", "code"),
    [
        (
            ["--drug", "RUXOLITINIB"],
            "id  drug         study    endpoint       arms    effect  source\n"
            "m1  ruxolitinib           → JAK1                         a.pdf p. 2\n"
            "r1  ruxolitinib  TRuE-V1  F-VASI75, S24  29.8 %          a.pdf p. 4\n",
            "",
            0,
        ),
        (["--columns", "drug,value", "--sort", "-value", "--limit", "1"],
         "drug         value\nruxolitinib  29.8\n", "extract: 1 of 3 statements; --limit 0 shows all\n", 0),
        (["--count"], "3\n", "", 0),
        (["--count", "--group-by", "drug"],
         "drug         rows  documents\nruxolitinib  2     1\ndupilumab    1     1\n", "", 0),
        (["--drug", "dupilumab", "--group-by", "drug", "--columns", "id"], "id\n\ndupilumab\nr2\n", "", 0),
        (["--drug", "dupilumab", "--format", "csv", "--columns", "id,passage,value"],
         "id,passage,value\r\nr2,'=1+1,-51\r\n", "", 0),
        (["--drug", "dupilumab", "--format", "json", "--columns", "id,passage,value"],
         '[\n{"id": "r2", "passage": "=1+1", "value": -51.0}\n]\n', "", 0),
        (["--kind", "study", "--format", "json"], "[]\n", "", 0),
        (["--kind", "study"], "", "extract: no statement matches\n", 0),
        (["--drug", "duplimab"], "",
         "extract: no drug « duplimab » in the base; did you mean dupilumab?\nextract: no statement matches\n", 0),
        (["--kind", "trial"], "", "extract: --kind: no « trial »; choose from mechanism, study, result\n", 2),
        (["--phase", "5"], "",
         "extract: --phase: no « 5 »; choose from 1, 1/2, 2, 2a, 2b, 2/3, 2b/3, 3, 3a, 3b, 4, "
         "or a range such as 2-3\n", 2),
        (["--year", "23"], "",
         "extract: --year: « 23 » is no year; write 2022, 2018-2022, 2020- or -2019\n", 2),
    ],
)  # fmt: skip
def test_what_a_query_prints(
    capfdbinary: pytest.CaptureFixture[bytes],
    base: str,
    words: list[str],
    out: str,
    err: str,
    code: int,
) -> None:
    assert run("query", "--db", base, *words) == code
    assert tuple(stream.decode() for stream in capfdbinary.readouterr()) == (out, err)


def test_a_table_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], base: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    run("query", "--db", base, "--drug", "ruxolitinib")
    assert max(len(line) for line in capfdbinary.readouterr().out.decode().splitlines()) <= 60


def test_a_missing_base_is_one_line(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("query", "--db", "/nowhere/e.db") == 3
    assert len(capfdbinary.readouterr().err.splitlines()) == 1
