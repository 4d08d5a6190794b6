"""Folding keeps the length of a text and takes away what does not tell words apart."""

from hypothesis import given
from hypothesis import strategies as st

from extract.entities.folding import fold, fold_lower


def test_fold() -> None:
    assert fold("L’Œdème, à −5 µg (PD‑1) ; IC₉₅ : 1–2 ≤ 3·4") == "L'Œdeme, a -5 µg (PD-1) ; IC95 : 1-2 ≤ 3·4"


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(fold_lower(text)) == len(text)
