"""Hidden search terms: what a reader may type is among them, and nothing that only looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.terms import korean_stem, search_terms

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("세계도시전자정부협의체가 출범했습니다", "협의체"),  # last part of a compound, behind it a particle
        (
            "세계도시전자정부협의체",
            "전자정부협의체",
        ),  # middle to end; a search matches beginnings, so 전자정부 is found too
        ("한국수출입은행", "은행"),
        ("서울시는 교통정보센터에서", "교통정보센터"),  # the noun alone
        ("빅 데이터 기반", "빅데이터"),  # two words typed as one
        ("(TOPIS)교통정보센터,", "정보센터"),  # Hangul after other signs
        ("ICT를 활용하였다", "활용"),
    ],
)
def test_what_a_korean_reader_types_is_among_the_terms(text: str, typed: str) -> None:
    assert typed in search_terms("ko", text)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("서울에서", "서울"),
        ("협의체가", "협의체"),
        ("도시들의", "도시"),
        ("추진하였으며", "추진"),
        ("나가", "나가"),  # only one syllable would stay
        ("정부", "정부"),
    ],
)
def test_one_particle_is_cut_when_two_syllables_stay(word: str, stem: str) -> None:
    assert korean_stem(word) == stem


def test_words_parted_by_a_particle_are_not_joined() -> None:
    assert "서울데이터" not in "".join(search_terms("ko", "서울의 데이터"))


def test_words_of_two_lines_are_neighbours_and_words_after_a_full_stop_are_not() -> None:
    assert "열린정부" in search_terms("ko", "열린\n정부")
    assert "열린정부" not in search_terms("ko", "열린. 정부")


@given(HANGUL)
def test_every_part_of_a_compound_of_two_syllables_and_more_begins_a_term_or_the_word(word: str) -> None:
    found = (word, *search_terms("ko", word))
    stem = korean_stem(word)
    parts = [stem[start:end] for start in range(len(stem)) for end in range(start + 2, len(stem) + 1)]
    assert all(any(term.startswith(part) for term in found) for part in parts)


@given(st.text(max_size=80), st.sampled_from(("ko", "fr", "ar", "zh", "en", "zh-Hant")))
def test_terms_come_once_each_and_hold_no_spaces_or_markup(text: str, language: str) -> None:
    terms = search_terms(language, text)
    assert len(set(terms)) == len(terms)
    assert not any(set(term) & set(" \t\n<>&\"'") for term in terms)


def test_the_same_text_gives_the_same_terms_again() -> None:
    text = "한국정보화진흥원과 세계은행이 함께 만든 자가진단 도구"
    assert search_terms("ko", text) == search_terms("ko", text)


def test_french_words_are_freed_of_article_and_ligature() -> None:
    assert search_terms("fr", "L’énergie, d'eau et l'œuvre qu'elle; aujourd'hui") == (
        *("énergie", "eau", "œuvre", "elle"),
        "oeuvre",
    )


def test_arabic_words_are_found_without_prefix_and_with_letters_folded() -> None:
    assert {"مدينه", "المدينه"} <= set(search_terms("ar", "والمدينة"))
    assert "احمد" in search_terms("ar", "أَحْمَد")


def test_chinese_parts_of_a_run_are_terms() -> None:
    assert search_terms("zh", "智慧城市, 网") == ("智慧城市", "慧城市", "城市")


@pytest.mark.parametrize("language", ["en", "ru", "es", "qps-ploc"])
def test_languages_without_a_recipe_have_no_terms(language: str) -> None:
    assert search_terms(language, "Seoul 서울 Москва l'eau") == ()
