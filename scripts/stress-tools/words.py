"""Which of a chart's words a reader has lost."""

import re
import unicodedata
from collections import Counter

WORD = re.compile(r"\w+")
RIGHT_TO_LEFT = ("R", "AL")


def words_in(text):
    """The words of a text in one spelling: ligatures taken apart, no accents, no punctuation."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    return WORD.findall("".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf")))


def is_right_to_left(word):
    return any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in word)


def lost(expected, found):
    """Words of the expected lines that stand less often in what was found. Readers of PDF join and part words where
    letters stand close, so what is no word of its own may be a part of one. What runs from right to left comes out of
    PDFs in either order, ligatures of it in both at once: of that only the letters are counted."""
    words = words_in("\n".join(expected))
    there = words_in(found)
    wanted = Counter(word for word in words if not is_right_to_left(word))
    glued = "".join(there)
    missing = [word for word, times in wanted.items() if there.count(word) < times and glued.count(word) < times]
    letters = Counter("".join(word for word in words if is_right_to_left(word))) - Counter(glued)
    return missing + [f"{times} x {letter}" for letter, times in letters.items()]
