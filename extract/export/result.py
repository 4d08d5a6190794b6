"""What a writer reports back: how many rows went into the file and which were left out, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Written:
    """`written` rows; `left_out` counts rows by the reason why the format could not take them."""

    written: int
    left_out: Mapping[str, int] = field(default_factory=dict)
