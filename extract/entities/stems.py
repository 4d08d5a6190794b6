"""Unseen medicines by the stem of their international nonproprietary name.

The stems are those of the WHO (« The use of stems in the selection of INNs », 2018 and its supplements) that end no
word of a list of 325,000 French ones; `-stat` and `-tide` do, and are left out.
"""

import re

STEM = re.compile(
    r"\b[a-z]{2,}(?:tinib|anib|[ei]nib|degib|zomib|ciclib|parib|lisib|mab|kinra|nercept|tacept|tercept|limus|milast"
    r"|siran|nersen|quimod|gimod|leucel|kibep|fusp|kibart|tobart|kitug|gliptine|gliflozine|conazole|buvir|previr"
    r"|tegravir|navir|xaban|rafusp|trectinib|sertib|clax|degron)\b",
    re.IGNORECASE,
)
"""Matches in a text without accents."""
