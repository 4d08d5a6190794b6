"""Registry numbers of trials: ClinicalTrials.gov, EudraCT, CTIS, ISRCTN and the national ones."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Registry
from extract.entities.spans import Found, layers_of, put_spans

_NUMBER = re.compile(
    r"""(?<![\w-])(?:
        NCT[ -]?\d{8}
      | 20\d{2}-5\d{5}-\d{2}-\d{2}      # CTIS
      | (?:19|20)\d{2}-\d{6}-\d{2}      # EudraCT
      | ISRCTN[ ]?\d{8}
      | ACTRN\d{14} | ChiCTR[\w-]*\d{6,} | UMIN\d{9} | jRCT\w?\d{9,} | DRKS\d{8} | CTRI/\d{4}/\d\d/\d{6}
    )(?![\w-])""",
    re.VERBOSE,
)
_NAMES = ("NCT", "ISRCTN", "ACTRN", "ChiCTR", "UMIN", "jRCT", "DRKS", "CTRI/")
_DASHED = re.compile(r"-(?<=\d-)\d{5}")
"""Every number above has one of these; most texts name no trial's number, and are not searched for one."""


def make_registries(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; it needs no rules."""

    def find_registries(doc: Doc) -> Doc:
        text = layers_of(doc).unclaimed
        matches = _NUMBER.finditer(text) if _DASHED.search(text) or any(name in text for name in _NAMES) else ()
        put_spans(doc, "registry", [Found(m.start(), m.end(), Registry(m[0].replace(" ", ""))) for m in matches])
        return doc

    return find_registries


Language.factory("extract_registries", default_config={"rules_dir": None}, func=make_registries)
