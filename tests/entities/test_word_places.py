"""The words that rules wait for: none of the wordings that a rule reads may lack them."""

import pytest

from extract.entities.word_places import WordPlaces, Words
from tests.entities.marked import found

_DOSES = Words("dose", beginnings=("dos",), endings=("tinib",))
_SIGN = Words("%", "µg")


def test_words_are_found_whole_by_their_beginning_and_by_their_ending() -> None:
    places = WordPlaces.of_text("deux doses, un dosage de zorbatinib (5 %)")
    assert places.of(_DOSES) == [5, 15, 25]
    assert places.of(_SIGN) == [39]


@pytest.mark.parametrize(
    "noun",
    ["patientes", "adolescents", "nouveau-nés", "cas", "décès", "récidives", "cancers", "effets", "zonas", "sorties"],
)
def test_whatever_is_counted_in_words_is_read(noun: str) -> None:
    text = f"On comptait trois {noun} dans ce groupe."
    assert [written for family in ("number", "sample_size") for written, _ in found(family, text)] == [f"trois {noun}"]


@pytest.mark.parametrize("form", ["crème", "gel", "vernis", "shampooing", "patchs", "emplâtre", "huile", "laits"])
def test_a_strength_is_read_behind_every_form_of_a_medicine(form: str) -> None:
    assert [value.amounts for _, value in found("dose", f"On appliquait un {form} à 5 % le soir.")] == [(5.0,)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("letters", ["HR", "aHR", "ORa", "RRaj", "DMS", "NNT", "IRR", "RAR"])
def test_every_spelling_of_a_measure_in_letters_is_read(letters: str) -> None:
    assert [written for written, _ in found("contrast", f"Le {letters} = 2,5 (p < 0,001) le montre.")] == [
        f"{letters} = 2,5"
    ]
