"""The bibliographic record from title, line of authors, running heads and metadata."""

import pytest

from extract.text.bibliography import authors_of, find_bibliography
from schema.source import Bibliography

HEADS = ["Cahiers de dermatologie pratique – n° 41_Mars 2022", "Mise au point", "17", "18"]


def test_pages_come_before_metadata() -> None:
    record = find_bibliography(
        "La pelade aujourd’hui",
        ["A. Sorel, J.-P. VANNIER — Hôpital de Port-Briac", "https://doi.org/10.1234/cdp.2022.17"],
        HEADS,
        "La pelade touche une personne sur mille (données de 2019).",
        {"Title": "cahiers41.indd", "Author": "service PAO"},
    )
    assert record == Bibliography(
        "La pelade aujourd’hui",
        ("A. Sorel", "J.-P. VANNIER"),
        "Cahiers de dermatologie pratique",
        2022,
        "10.1234/cdp.2022.17",
    )


def test_nothing_is_guessed() -> None:
    text = "En 2019, 40 % des malades étaient traités."
    metadata = {"Title": "Microsoft Word - v3.docx", "CreationDate": "D:20240101"}
    assert find_bibliography(None, [text], ["Mise au point", "3"], text, metadata) == Bibliography()


@pytest.mark.parametrize(
    ("block", "authors"),
    [
        ("M. Delorme1, S. Rossi2", ("M. Delorme", "S. Rossi")),
        ("Anne Delorme et Luc de VRIES", ("Anne Delorme", "Luc de VRIES")),
        ("Pr P. Estran – CHU de Port-Briac", ("Pr P. Estran",)),
        ("CONCLUSIONS", ()),
        ("Ruxolitinib, véhicule", ()),
        ("Le Dr Estran a suivi 12 malades.", ()),
    ],
)
def test_authors(block: str, authors: tuple[str, ...]) -> None:
    assert authors_of(block) == authors
