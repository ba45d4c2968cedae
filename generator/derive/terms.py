"""Hidden search terms of one page.

In: the plain text of a page and its language. Out: extra words that let a search index which only matches the
beginnings of words find what people really type: the parts of a Korean compound, a Korean noun with another
particle, a French noun behind an elided article, an Arabic word without its prefix, the parts of a run of Chinese
characters. Not here: how the terms are put into a document (`generator.index`), and what is done to the query
(`theme/assets/wego/search/`).

No language analyser is used. The Korean recipe was measured against one: it found at least as much on Korean pages
about city e-government, and it costs microseconds a word instead of a model of 100 MB. Results per word are kept,
because the pages of a site share most of their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

#: Endings that are cut from a Korean word: particles, then the forms of 하다 and 되다 that make a verb of a noun.
_KOREAN_ENDINGS = """
에서부터 으로부터 에게서 이라고 이라는 으로서 으로써 에서는 에서의 에서도 에게는 까지의 로부터
에서 에게 한테 께서 부터 까지 처럼 보다 마다 조차 으로 로서 로써 라고 라는 이란 이나 이며
에는 에도 와의 과의 만의 들의 들이 들을 들은 은 는 이 가 을 를 의 에 로 와 과 도 만 나 란 며 들
하는 하여 하고 한다 하기 하며 하였다 하였으며 한 할 하게 되는 되어 된다 되고 되며 되었다 된
"""
_ENDING = re.compile(
    # At least two syllables must stay. The longest ending wins, as alternatives are tried in this order.
    r"(?<=..)(?:" + "|".join(sorted(_KOREAN_ENDINGS.split(), key=len, reverse=True)) + r")\Z"
)
_HANGUL_RUN = re.compile(r"[가-힣]+")
_HANZI_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_ARABIC_RUN = re.compile(r"[\u0600-\u06ff]+")
_FRENCH_ELIDED = re.compile(r"(?<!\w)(?:[dlnmtscj]|qu)['’](\w+)", re.IGNORECASE)
_FRENCH_LIGATURE = re.compile(r"\w*[œæ]\w*", re.IGNORECASE)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_ARABIC_MARKS = re.compile(r"[\u064b-\u0652\u0640]")
_ARABIC_LETTERS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىئ", "ي"), "ة": "ه", "ؤ": "و"})
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف")

#: Longest part of a Chinese run that becomes a term: longer ones are found through the words of the text itself.
_HANZI_TERM = 8
#: Words whose terms are kept: some tens of megabytes at the very most.
_KEPT_WORDS = 200_000


class _Word(NamedTuple):
    """What one written Korean word (from space to space) gives to the terms of its page."""

    terms: tuple[str, ...]
    head: str  # stem of the Hangul it begins with; the word before may join it
    tail: str  # Hangul it ends with, if no particle separates it from the next word


def search_terms(language: str, text: str) -> tuple[str, ...]:
    """Return the extra search terms of a text, each once, in the order of the text.

    A language without a recipe has none.
    """
    found: Iterable[str]
    match language.partition("-")[0]:
        case "ko":
            found = _korean(text)
        case "fr":
            found = _french(text)
        case "ar":
            found = _arabic(text)
        case "zh":
            found = _chinese(text)
        case _:
            return ()
    return tuple(dict.fromkeys(found))


def korean_stem(word: str) -> str:
    """Cut one particle or light-verb ending from a run of Hangul when at least two syllables stay."""
    return _ENDING.sub("", word, count=1)


def _korean(text: str) -> list[str]:
    """Parts of every word, and each pair of neighbours written as one word (빅 데이터 is also 빅데이터)."""
    terms: list[str] = []
    tail = ""
    for written in text.split():
        word = _korean_word(written)
        if tail and word.head:
            terms.append(tail + word.head)
        terms += word.terms
        tail = word.tail
    return terms


@lru_cache(maxsize=_KEPT_WORDS)
def _korean_word(written: str) -> _Word:
    """Terms of one written word: stems without particle, their inner suffixes of two syllables and more."""
    runs = list(_HANGUL_RUN.finditer(written))
    if not runs:
        return _Word((), "", "")
    terms: list[str] = []
    for run in runs:
        whole = run.group()
        stem = korean_stem(whole)
        cut = stem != whole
        if cut or run.start():
            terms.append(stem)
        terms += [stem[at:] for at in range(1, len(stem) - 1)]
        if cut:  # a stem that was wrongly cut must still be found by its true end
            terms.append(whole[-2:])
    first, last = runs[0], runs[-1]
    head = korean_stem(first.group()) if first.start() == 0 else ""
    joins = last.end() == len(written) and korean_stem(last.group()) == last.group()
    return _Word(tuple(dict.fromkeys(terms)), head, last.group() if joins else "")


def _french(text: str) -> Iterator[str]:
    """Words behind an elided article or pronoun, and words spelt without their ligature."""
    for match in _FRENCH_ELIDED.finditer(text):
        yield match.group(1)
    for match in _FRENCH_LIGATURE.finditer(text):
        yield match.group().translate(_LIGATURES)


def _arabic(text: str) -> Iterator[str]:
    """Words with letters and marks folded, with and without a prefixed article, conjunction or preposition."""
    for match in _ARABIC_RUN.finditer(text):
        yield from _arabic_word(match.group())


@lru_cache(maxsize=_KEPT_WORDS)
def _arabic_word(word: str) -> tuple[str, ...]:
    """The folded word and what stays of it behind each possible prefix, three letters at least."""
    folded = _ARABIC_MARKS.sub("", word).translate(_ARABIC_LETTERS)
    bare = (folded[len(prefix) :] for prefix in _ARABIC_PREFIXES if folded.startswith(prefix))
    return (folded, *(rest for rest in bare if len(rest) >= 3))


def _chinese(text: str) -> Iterator[str]:
    """Every part of a run of Chinese characters that begins inside it, up to eight characters."""
    for match in _HANZI_RUN.finditer(text):
        run = match.group()
        yield from (run[at : at + _HANZI_TERM] for at in range(len(run) - 1))
