"""Rules files as a user may leave them: each wrong file gives one line that names file, line, column and remedy."""

from pathlib import Path

import pytest

from extract.rules import RuleError, load_rules


def rules_with(folder: Path, file: str, content: str | bytes) -> Path:
    """`folder` with one rules file of that content."""
    (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_our_own_rules_are_valid_and_large_enough() -> None:
    rules = load_rules()
    dermatology = [drug for drug in rules.drugs if drug.classes or drug.targets]
    assert len(dermatology) >= 350
    assert len(rules.targets) >= 70
    assert len(rules.diseases) >= 120
    assert len(rules.endpoints) + len(rules.scales) >= 80
    assert len(rules.trials) >= 150


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        (
            "drugs.csv",
            "",
            "drugs.csv: the file is empty; its first line is inn,english,synonyms,class,targets,atc,routes",
        ),
        (
            "drugs.csv",
            "\n  \n",
            "drugs.csv: the file is empty; its first line is inn,english,synonyms,class,targets,atc,routes",
        ),
        (
            "drugs.csv",
            "inn,brand\nx,y\n",
            "drugs.csv, line 1, column « brand »: there is no such column; "
            "the columns are inn, english, synonyms, class, targets, atc, routes",
        ),
        (
            "routes.csv",
            "synonyms\nx\n",
            "routes.csv, line 1, column « name »: the column is missing; the columns are name, synonyms, except",
        ),
        (
            "routes.csv",
            "name,name\nx,y\n",
            "routes.csv, line 1, column « name »: the column stands twice; the columns are name, synonyms, except",
        ),
        (
            "routes.csv",
            "name,synonyms\ncutanée,peau,main\n",
            "routes.csv, line 2: 3 cells instead of 2; "
            "put a cell that holds a comma in double quotes, and leave no cell out",
        ),
        (
            "routes.csv",
            "name,synonyms\n,peau\n",
            "routes.csv, line 2, column « name »: the cell is empty; every row needs a name there",
        ),
        (
            "routes.csv",
            "name,synonyms\nx,\n\nx,\n",
            "routes.csv, line 4, column « name »: « x » stands on line 2 already; merge the two rows",
        ),
        (
            "routes.csv",
            'name,synonyms\n"x,\n',
            "routes.csv, line 2: not readable as CSV (unexpected end of data); check the quotes of that line",
        ),
        (
            "routes.csv",
            "name,synonyms\nx,\ncutan\xe9e,".encode("latin-1"),
            "routes.csv, line 3: the file is not UTF-8; save the file as « CSV UTF-8 »",
        ),
        (
            "routes.csv",
            "name,synonyms\nx\0,\n",
            "routes.csv, line 2: the line holds a NUL character; type the line again",
        ),
        (
            "drugs.csv",
            "inn,class\nzorbatinib,inhibiteurs de JAKK\n",
            "drugs.csv, line 2, column « class »: « inhibiteurs de JAKK » is not in drug_classes.csv; "
            "did you mean « inhibiteurs de JAK »?",
        ),
        (
            "drugs.csv",
            "inn,targets\nzorbatinib,ZZZZ\n",
            "drugs.csv, line 2, column « targets »: « ZZZZ » is not in targets.csv; add it to targets.csv first",
        ),
        (
            "drugs.csv",
            "inn,atc\nzorbatinib,L4\n",
            "drugs.csv, line 2, column « atc »: « L4 » is no ATC code; write it like D11AH05, or leave it empty",
        ),
        (
            "drugs.csv",
            "inn,synonyms\nzorbatinib,-\n",
            "drugs.csv, line 2, column « synonyms »: « - » has neither letter nor digit; write a name, or take it out",
        ),
        (
            "trials.csv",
            "acronym,phase\nZORRO 1,5\n",
            "trials.csv, line 2, column « phase »: « 5 » is not allowed; "
            "choose from an empty cell, 1, 1/2, 2, 2a, 2b, 2/3, 2b/3, 3, 3a, 3b, 4",
        ),
        (
            "scales.csv",
            "scale,percent\nZASI,50;75\n",
            "scales.csv, line 2, column « percent »: « 50;75 » is no threshold; join whole numbers by | as in 50|75|90",
        ),
        (
            "routes.csv",
            "name\n-cutanéee\n",
            "routes.csv, line 2, column « name »: « -cutanéee » takes away a row that there is not; check its spelling",
        ),
    ],
)
def test_wrong_file(tmp_path: Path, file: str, content: str | bytes, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(rules_with(tmp_path, file, content))
    assert str(caught.value) == message


def test_a_name_of_two_drugs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"« Opzelura » already names ruxolitinib \(drugs.csv, line \d+\)"):
        load_rules(rules_with(tmp_path, "drugs.csv", "inn,synonyms\nzorbatinib,Opzelura\n"))


def test_missing_folder_and_misnamed_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no such folder"):
        load_rules(tmp_path / "absent")
    with pytest.raises(RuleError, match=r"did you mean drugs\.csv\?"):
        load_rules(rules_with(tmp_path, "drug.csv", "inn\n"))


@pytest.mark.parametrize(
    "content",
    [
        "inn,synonyms\nzorbatinib,ZX-12|Zorbix\n",
        "\ufeffinn;synonyms\r\nzorbatinib;ZX-12|Zorbix\r\n",
        "synonyms,inn\nZX-12|Zorbix,zorbatinib\n",
        "# mine\n\ninn,synonyms\nzorbatinib,ZX-12|Zorbix\n",
    ],
)
def test_a_new_drug(tmp_path: Path, content: str) -> None:
    drug = load_rules(rules_with(tmp_path, "drugs.csv", content)).drug_named("zorbix")
    assert drug is not None
    assert (drug.inn, drug.synonyms) == ("zorbatinib", ("ZX-12", "Zorbix"))


def test_a_known_drug_gets_a_brand_and_keeps_the_rest(tmp_path: Path) -> None:
    rules = load_rules(rules_with(tmp_path, "drugs.csv", "inn,synonyms\ndupilumab,Dupizor\n"))
    drug = rules.drug_named("Dupizor")
    assert drug is not None
    assert (drug.inn, drug.targets, "Dupixent" in drug.synonyms) == ("dupilumab", ("IL-4RA",), True)


def test_a_row_is_taken_away(tmp_path: Path) -> None:
    assert load_rules(rules_with(tmp_path, "drugs.csv", "inn\n-dupilumab\n")).drug_named("Dupixent") is None


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert load_rules(tmp_path) == load_rules()
