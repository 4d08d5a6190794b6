"""Words that a user adds to `talk.yaml`: they change how a sentence is read, and only sentences that hold them."""

from pathlib import Path

import pytest

from tests.tuples.rows import told

THEIRS = """
receiving:
  - ingéraient
earlier:
  - écueil*
comparators:
  - étalon
strikes:
  - tourmente
topical_forms:
  - baume
joined:
  - marié
alone:
  - sans rien d'autre
primary:
  - cible première
"""

BESIDES = (
    "La dapsone a été donnée à 60 adultes. Trente d'entre eux {} aussi de la colchicine. La rémission était obtenue "
    "chez 66 % du groupe association et 40 % en monothérapie."
)
AFTER = "Après {} de la ciclosporine, un EASI 75 était atteint par 58 % des patients."
COMPARED = (
    "Le dupilumab a été évalué chez 80 adultes. {} était la ciclosporine. Un EASI 75 était atteint par 58 % des "
    "malades contre 40 %."
)
STRENGTH = "Une guérison était obtenue chez 34 % des patients avec un {} à 8 % de ciclopirox."
JOINED = "Une rémission était notée chez 61 % des patients sous méthotrexate {} à l'adalimumab."
ALONE = (
    "La simvastatine et l'ézétimibe ont été comparés à la simvastatine {}. Le LDL baissait de 24 % avec l'association "
    "contre 12 %."
)
PRIMARY = (
    "Le dupilumab a été évalué chez 80 adultes. La cible {} était un EASI 75 à la semaine 16. Le critère principal "
    "était atteint par 58 % des malades."
)

ADDED_WORDS = [
    (
        BESIDES.format("ingéraient"),
        ["colchicine 66 | rémission", "colchicine 40 | rémission"],
        ["dapsone 40 vs colchicine + dapsone 66 | rémission"],
    ),
    (AFTER.format("écueil"), ["ciclosporine 58 | EASI75"], []),
    (
        COMPARED.format("L'étalon"),
        ["ciclosporine 58 vs contrôle 40 | EASI75"],
        ["dupilumab 58 vs ciclosporine 40 | EASI75"],
    ),
    ("Le prurit de la dermatite atopique tourmente 80 % des malades sous dupilumab.", ["dupilumab 80 | prurit"], []),
    (STRENGTH.format("baume"), ["ciclopirox 8 | guérison"], ["ciclopirox 34 | guérison"]),
    (PRIMARY.format("première"), [], ["dupilumab 58 | EASI75 | à la semaine 16"]),
    (JOINED.format("marié"), ["méthotrexate 61 | rémission"], ["adalimumab + méthotrexate 61 | rémission"]),
    (
        ALONE.format("sans rien d'autre"),
        ["simvastatine 24 vs ézétimibe 12 | LDL-cholestérol | percent_change"],
        ["ézétimibe + simvastatine 24 vs simvastatine 12 | LDL-cholestérol | percent_change"],
    ),
]

OTHER_WORDS = [
    (BESIDES.format("digéraient"), ["colchicine 66 | rémission", "colchicine 40 | rémission"]),
    (AFTER.format("recueil"), ["ciclosporine 58 | EASI75"]),
    (COMPARED.format("L'habitude"), ["ciclosporine 58 vs contrôle 40 | EASI75"]),
    (STRENGTH.format("psaume"), ["ciclopirox 8 | guérison"]),
    (PRIMARY.format("dernière"), []),
    (JOINED.format("parié"), ["méthotrexate 61 | rémission"]),
    (ALONE.format("sans peine"), ["simvastatine 24 vs ézétimibe 12 | LDL-cholestérol | percent_change"]),
    (BESIDES.format("prenaient"), ["dapsone 40 vs colchicine + dapsone 66 | rémission"]),
]


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "talk.yaml").write_text(THEIRS, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("text", "by_ours", "by_theirs"), ADDED_WORDS)
def test_a_word_of_a_user_is_read_like_ours(text: str, by_ours: list[str], by_theirs: list[str], theirs: Path) -> None:
    assert (told(text), told(text, theirs)) == (by_ours, by_theirs)


@pytest.mark.parametrize(("text", "rows"), OTHER_WORDS)
def test_other_sentences_are_read_as_before(text: str, rows: list[str], theirs: Path) -> None:
    assert (told(text), told(text, theirs)) == (rows, rows)
