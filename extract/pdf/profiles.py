"""Colour profiles in a PDF: blanked before a reading, which looks at no colour.

For each profile pdfium works out a transform to the screen's colours while it loads a page, and that takes twice as
long as the rest of the loading. Without a profile it takes the plain colours of as many components (ISO 32000-1,
8.6.5.5), so that the page holds the same objects at the same places.
"""

import re
import zlib

_PROFILE_DICTIONARY = re.compile(rb"/N\s?[134]\b[^<>]{0,200}>>\s{0,2}stream\r?\n")
"""The end of a dictionary with a number of colour components, and the start of its stream."""

_HEAD = 40
"""Bytes up to the end of a profile's signature `acsp` (ICC.1:2010, 7.2); without them it is none."""


def without_profiles(data: bytes) -> bytes:
    """A PDF with the heads of its ICC profiles set to zero, every other byte as it is and where it is.

    Profiles in encrypted files and behind filters other than Flate stay.
    """
    starts = [match.end() for match in _PROFILE_DICTIONARY.finditer(data) if _is_profile(data, match.end())]
    if not starts:
        return data
    blanked = bytearray(data)
    for start in starts:
        blanked[start : start + _HEAD] = bytes(_HEAD)
    return bytes(blanked)


def _is_profile(data: bytes, start: int) -> bool:
    """Whether the stream that starts there, plain or deflated, is an ICC profile."""
    if data.startswith(b"acsp", start + _HEAD - 4):
        return True
    try:
        return zlib.decompressobj().decompress(data[start : start + 10 * _HEAD], _HEAD).endswith(b"acsp")
    except zlib.error:
        return False
