from pathlib import Path

import pytest

from extract.store.diff import RowDiff, count_by_rule, diff_bases, diff_runs, last_runs
from schema.errors import UsageError
from tests.store.articles import article, mechanism, new_base, reader, write


def kinds(diffs: list[RowDiff]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(diff.id, diff.kind, diff.changed_columns if diff.kind == "changed" else ()) for diff in diffs]


def test_between_runs(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        first = reader(base, "rules 1")
        write(base, first, article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "TYK2")))
        second = reader(base, "rules 2")
        write(base, second, article(b"a", "a.pdf", mechanism("1", "JAK2"), mechanism("3", "JAK3")))
        write(base, second, article(b"b", "b.pdf", mechanism("4", "JAK1")))
        third = reader(base, "rules 3")
        write(base, third, article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "TYK2")))
        with base.reading() as session:
            assert kinds(list(diff_runs(session, first.run_id, second.run_id))) == [
                ("1", "changed", ("target",)),
                ("2", "lost", ()),
                ("3", "gained", ()),
                ("4", "gained", ()),
            ]
            assert kinds(list(diff_runs(session, first.run_id, third.run_id))) == [("4", "gained", ())]
            assert last_runs(session) == (second.run_id, third.run_id)
            with pytest.raises(UsageError, match="no run 9"):
                list(diff_runs(session, 1, 9))


def test_between_bases(tmp_path: Path) -> None:
    for folder in ("before", "after"):
        (tmp_path / folder).mkdir()
    with new_base(tmp_path / "before") as before, new_base(tmp_path / "after") as after:
        write(before, reader(before), article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "JAK2")))
        by_new_rule = mechanism("2", "JAK2", rule="mechanism.list")
        write(after, reader(after), article(b"a", "a.pdf", by_new_rule, mechanism("3", "JAK3")))
        with before.reading() as old, after.reading() as new:
            diffs = list(diff_bases(old, new))
    assert kinds(diffs) == [("1", "lost", ()), ("2", "changed", ("rule",)), ("3", "gained", ())]
    assert count_by_rule(diffs) == {
        "mechanism.inhibits": {"gained": 1, "lost": 1, "changed": 0},
        "mechanism.list": {"gained": 0, "lost": 0, "changed": 1},
    }
