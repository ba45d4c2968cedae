"""In which order words stand in a list: accents do not matter, and the script of the page's language comes first.

In: text and a language. Out: sort keys and initials. Not here: what is listed. The full Unicode collation would need
a library of its own; for names in Latin letters and Hangul these rules give the same order.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ"


@lru_cache(maxsize=32768)
def sort_key(text: str, language: str) -> tuple[bool, str, str]:
    """Key for sorting names in a page of `language`."""
    letters = (each for each in unicodedata.normalize("NFD", text.casefold()) if unicodedata.category(each) != "Mn")
    words = "".join(each for each in letters if each.isalnum() or each.isspace()).strip()
    return _is_hangul(text[:1]) != (language == "ko"), words, text


def initial(text: str) -> str:
    """The letter a word is filed under: a Korean consonant, a Latin capital without accents, or # for digits and signs."""
    first = text[:1]
    if "가" <= first <= "힣":
        letter = _INITIALS[(ord(first) - 0xAC00) // 588]
        return _PLAIN.get(letter, letter)
    plain = unicodedata.normalize("NFD", first)[:1].upper()
    return plain if plain.isalpha() else "#"
