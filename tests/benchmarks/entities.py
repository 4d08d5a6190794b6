"""What the language side costs: start-up, and milliseconds a page of 3,000 characters, component by component, warm.

`python -m tests.benchmarks.entities [FILE …]` reads the given text files, or the page below.
"""

import sys
from pathlib import Path
from time import perf_counter

from spacy.language import Language
from spacy.tokens import Doc

PAGE_CHARACTERS = 3000
ROUNDS = 7
PAGE = (
    """# Résultats

Au total, 412 patients ont été inclus, 206 dans chaque groupe (âge moyen : 41,2 ± 12,1 ans ; 54 % de femmes). À la
semaine 16, une réponse EASI 75 était obtenue chez 118 patients sur 206 (57,3 %) sous dupilumab 300 mg toutes les 2
semaines, contre 41 sur 206 (19,9 %) sous placebo (RR 2,88 ; IC95 % : 2,14-3,87 ; p < 0,001). Le DLQI moyen était passé
de 14,6 à 5,2 (différence ajustée : -4,1 ; IC à 95 % -5,6 à -2,6). Le nombre de sujets à traiter était de 3.

À un an, la survie sans rechute était de 71,4 % (IC95 % [64,0 ; 77,9]) contre 38,2 % (HR = 0,41 ; p = 0,002). Un tiers
des malades rapportait une conjonctivite, deux ont arrêté. Une étude de phase III est en cours chez l’enfant.

Critère | Dupilumab (n = 206) | Placebo (n = 206)
IGA 0/1 à S16 | 38,8 | 8,7
EASI 90 à S16 | 35,9 | 7,3

"""
    * 3
)


def main() -> None:
    """Print the cost of loading and of each component, the best of several rounds."""
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]] or [PAGE]
    start = perf_counter()
    from extract.entities.pipeline import load

    nlp = load()
    print(f"{'start-up, imports included':30}{perf_counter() - start:8.2f} s")
    pages = sum(map(len, texts)) / PAGE_CHARACTERS
    for _ in range(2):
        _round(nlp, texts)  # warms the string store
    rounds = [_round(nlp, texts) for _ in range(ROUNDS)]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    for name, seconds in best.items():
        print(f"{name:30}{1000 * seconds / pages:8.3f} ms a page")
    print(f"{'all':30}{1000 * sum(best.values()) / pages:8.3f} ms a page")


def _round(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Seconds for all `texts`, by component."""
    seconds = {"tokenizer": 0.0}
    start = perf_counter()
    docs: list[Doc] = [nlp.make_doc(text) for text in texts]
    seconds["tokenizer"] = perf_counter() - start
    for name, component in nlp.pipeline:
        start = perf_counter()
        for doc in docs:
            component(doc)
        seconds[name] = perf_counter() - start
    return seconds


if __name__ == "__main__":
    main()
