"""Tokens: numbers apart from units, signs and brackets; names of scales, trials and targets whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from extract.entities.tokenizer import TrialTokenizer

TOKENIZER = TrialTokenizer(Vocab())

CASES = {
    "p<0,001": "p < 0,001",
    "12–16 semaines": "12 – 16 semaines",
    "JAK1/2": "JAK1 / 2",
    "F-VASI75 et TRuE-V1": "F-VASI75 et TRuE-V1",
    "un anti-IL-17A": "un anti- IL-17A",
    "PD-L1, PD‑1": "PD-L1 , PD‑1",
    "l’IL-4Rα": "l’ IL-4Rα",
    "0,5 mg/kg/j": "0,5 mg / kg / j",
    "300mg": "300 mg",
    "à la 16e semaine": "à la 16 e semaine",
    "IC95%:1,9-4,8": "IC95 % : 1,9 - 4,8",
    "S16 (n=221)": "S16 ( n = 221 )",
    "(fig. 2)": "( fig . 2 )",
    "5-FU": "5 - FU",
    "80/108": "80 / 108",
    "p<.001": "p < . 001",
    "calcipotriol/bétaméthasone": "calcipotriol / bétaméthasone",
}


@pytest.mark.parametrize("text", CASES)
def test_tokens(text: str) -> None:
    assert " ".join(token.text for token in TOKENIZER(text)) == CASES[text]


def test_every_space_becomes_an_ordinary_one() -> None:
    assert TOKENIZER("51,2\u202f% de\u00a0patients").text == "51,2 % de patients"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_text_of_a_doc_has_the_length_of_its_source(text: str) -> None:
    assert len(TOKENIZER(text).text) == len(text)
