"""Tokens of French trial prose by one regular expression: no exception table, no cache that fills up.

spaCy's own French tokenizer takes 3 s to start, splits « F-VASI75 » and « PD-L1 » and leaves « p<0,001 » and « 12–16 »
whole. Here a number is always a token of its own, apart from its unit and from brackets, dashes and operators, so that
what a component finds by character offsets begins and ends where tokens do.
"""

import re
from itertools import accumulate

from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.entities.folding import plain_spaces

_TOKEN = re.compile(
    r"""[A-Za-zÀ-ÖØ-öø-ÿ]++[ ]                   # most words, told from one table of characters
    | (?:
      [SWJM]\d{1,3}(?=[-‐‑])                     # S16 of S16-S52
    | (?:[A-Za-zÀ-ÖØ-öø-ɏ]|[^\W\d_])\w*+         # a word, or a name with its number: S16, PASI75
        (?: ['’](?=\w)                          # l’
          | [-‐‑]
            (?: (?<=[Aa]nti.)(?=[^\W\d_])        # anti- of anti-IL-17
              | (?<=\b[Nn]on.)(?=[^\W\d_])
              | \w++(?:[-‐‑]\w++)*+)             # F-VASI75, TRuE-V1, PD-L1
          |)
    | \d++(?:[.,]\d+)?                          # 51,2
    | [\ ]+                                     # more spaces than one
    | [^ ]                                      # punctuation, symbols, line breaks, one each
    )[ ]?""",
    re.VERBOSE,
)


class TrialTokenizer:
    """Makes a Doc of a text; the Doc's text is the text itself, save that every kind of space is an ordinary one.

    >>> [token.text for token in TrialTokenizer(Vocab())("F-VASI75 : 29,8\\u202f% (p<0,001)")]
    ['F-VASI75', ':', '29,8', '%', '(', 'p', '<', '0,001', ')']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._ids, self._is_spaced = _Ids(vocab.strings), _IsSpaced()

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`; an empty text gives an empty Doc."""
        plain = plain_spaces(text)
        found = _TOKEN.findall(plain)
        words, spaces = list(map(self._ids.__getitem__, found)), list(map(self._is_spaced.__getitem__, found))
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data["text"] = plain  # `spans.text_of`
        doc.user_data["tokens"] = list(accumulate(map(len, found), initial=0)), spaces  # `spans.tokens_of`
        return doc


class _Ids(dict[str, int]):
    """The id of each token in spaCy's store of strings, which works it out anew at every mention.

    A token is known by its characters with the space after it: one string to make and one look-up less.
    """

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, token: str) -> int:
        self[token] = number = self._strings.add(token[:-1] if _ends_in_space(token) else token)
        return number


class _IsSpaced(dict[str, bool]):
    """Whether a space follows each token, by the token with that space."""

    def __missing__(self, token: str) -> bool:
        self[token] = is_spaced = _ends_in_space(token)
        return is_spaced


def _ends_in_space(token: str) -> bool:
    return token.endswith(" ") and bool(token.strip(" "))
