"""The words of `extract/rules/tables.yaml`: which tables and rows are no results, what a head's numbers are."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.rules.word_lists import any_of, read_word_lists

_WITHOUT_KIND = re.compile(
    r"[\s,:]*(?:n/n(?: \(%\))?|[(\[]?\s?(?:n\s?\(?)?%?\s?[)\]]*|%\s?[(\[]n[)\]]|[(\[]n\s?=\s?\d+[)\]])$"
)
"""What a head says of the kind of number under it: « traitement, n (%) », « actif : % (n) », « actif (n = 229) »."""
_KIND_ENDS = (",", ":", "%", ")", "]", "(", "[", "n")
"""The last character of it, which most heads do not have."""

_IN_NUMBERS = re.compile(r"(?:,\s?n|\s?\(n)$")
"""« patients, n », « patients (n) »"""

_LONG_WORD = re.compile(r"\b(?!(?:des|les|une|aux|par|sur|dans|pour|avec|chez|sous|selon)\b)[a-z]{3,}")
"""A word that may name something, in a folded label."""


@dataclass(frozen=True, slots=True)
class TableWords:
    """The lists of the file; every text to be matched is folded (lower case, without accents)."""

    baseline_captions: re.Pattern[str]
    baseline_rows: re.Pattern[str]
    general_labels: frozenset[str]
    size_heads: frozenset[str]
    p_heads: re.Pattern[str]
    time_heads: frozenset[str]
    treated_heads: frozenset[str]
    control_heads: frozenset[str]
    baseline_heads: frozenset[str]
    target_heads: frozenset[str]
    arm_heads: frozenset[str]
    product_heads: re.Pattern[str]
    subgroup_heads: frozenset[str]
    responses: re.Pattern[str]

    def is_general(self, label: str) -> bool:
        """Whether a label is too general to be an endpoint: « Réponse », « Résultats de l'essai 2 ».

        >>> [load_words().is_general(label) for label in ("essai : resultats", "reponse complete", "300 mg")]
        [True, False, False]
        """
        plain = label.strip(" :,.")
        if plain in self.general_labels:
            return True
        long = _LONG_WORD.findall(plain)
        return (
            bool(long) and "delai" not in long and all(self.general_labels & {word, word.rstrip("sx")} for word in long)
        )

    def is_size_head(self, label: str) -> bool:
        """Whether the numbers under a head are sizes of arms."""
        return _IN_NUMBERS.sub("", label.strip(" :,.()")) in self.size_heads

    def is_arm_head(self, label: str) -> bool:
        """Whether the cells under a head name treatments.

        >>> load_words().is_arm_head("bras de traitement"), load_words().is_arm_head("traitement anterieur")
        (True, False)
        """
        return label.strip(" :,.") in self.arm_heads

    def is_subgroup_head(self, label: str) -> bool:
        """Whether the cells under a head name parts of the patients, lesions or studies and no endpoint.

        >>> load_words().is_subgroup_head("sous-groupe"), load_words().is_subgroup_head("critere")
        (True, False)
        """
        return label.strip(" :,.") in self.subgroup_heads

    def response_in(self, label: str) -> str | None:
        """« réponse » where a label tells of responses, whatever to.

        >>> load_words().response_in("taux de reponse, %"), load_words().response_in("prurit")
        ('réponse', None)
        """
        return "réponse" if self.responses.search(label) else None

    def is_product_head(self, label: str) -> bool:
        """Whether the numbers under a head describe a medicine: its dose, price, half-life.

        >>> load_words().is_product_head("demi-vie (h)"), load_words().is_product_head("guerison")
        (True, False)
        """
        return self.product_heads.match(label.strip().replace("²", "2")) is not None

    def is_p_head(self, label: str) -> bool:
        """Whether the numbers under a head are p values.

        >>> load_words().is_p_head("p contre placebo"), load_words().is_p_head("prurit")
        (True, False)
        """
        return self.p_heads.match(label.strip()) is not None

    def is_treated_head(self, label: str) -> bool:
        """Whether the numbers under a head are those of the treated arm, which another cell names.

        >>> load_words().is_treated_head("traitement, %"), load_words().is_treated_head("actif : % (n)")
        (True, True)
        """
        return _without_kind(label) in self.treated_heads

    def is_control_head(self, label: str) -> bool:
        """Whether the numbers under a head are those of the arm compared with, which another cell names.

        >>> load_words().is_control_head("comparateur"), load_words().is_control_head("comparaison")
        (True, False)
        """
        return _without_kind(label) in self.control_heads

    def is_baseline_head(self, label: str) -> bool:
        """Whether the numbers under a head were measured before treatment."""
        return label.strip(" :,.()") in self.baseline_heads

    def is_time_head(self, label: str) -> bool:
        """Whether the numbers under a head are weeks, months or days."""
        return label.strip(" :,.()") in self.time_heads


def _without_kind(label: str) -> str:
    label = label.strip()
    return _WITHOUT_KIND.sub("", label) if label.endswith(_KIND_ENDS) else label


@lru_cache(maxsize=4)
def load_words(rules_dir: Path | None = None) -> TableWords:
    """The word lists of our rules with those of the folder `rules_dir` laid over them; read once."""
    lists = read_word_lists("tables.yaml", rules_dir)
    return TableWords(
        baseline_captions=re.compile(rf"\b(?:{any_of(lists['baseline_captions'])})s?\b"),
        baseline_rows=re.compile(rf"(?:{any_of(lists['baseline_rows'])})s?\b"),
        general_labels=frozenset(lists["general_labels"]),
        size_heads=frozenset(lists["size_heads"]),
        p_heads=re.compile(rf"(?:{any_of(lists['p_heads'])})(?=$|[\s(,*†‡§¶])"),
        time_heads=frozenset(lists["time_heads"]),
        treated_heads=frozenset(lists["treated_heads"]),
        control_heads=frozenset(lists["control_heads"]),
        baseline_heads=frozenset(lists["baseline_heads"]),
        target_heads=frozenset(lists["target_heads"]),
        subgroup_heads=frozenset(lists["subgroup_heads"]),
        responses=re.compile(rf"\b(?:{any_of(lists['responses'])})s?\b"),
        arm_heads=frozenset(lists["arm_heads"]),
        product_heads=re.compile(rf"(?:{any_of(lists['product_heads'])})s?\s*(?=$|[(,])"),
    )
