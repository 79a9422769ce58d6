import pytest

from search.query.analysis import tokens
from search.query.stems import is_stop_word, stems


def stems_of(text, language):
    return [set(stems(token.word, language)) for token in tokens(text)]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("az", "miqrant miqrantlar miqrantların miqrantlara"),
        ("az", "vətəndaşlıq vətəndaşlığı vətəndaşlığın vetendasligi"),
        ("az", "qanun qanunun qanunlar qanunda qanunu"),
        ("az", "maddə maddəsi maddənin maddələr maddədə"),
        ("az", "uşaq uşaqların uşaqdır"),
        ("az", "icazə icazəsi icazənin icazələri icazəyə"),
        ("az", "viza vizanın vizası vizaya"),
        ("az", "şəxs şəxsin şəxslər şəxsə şəxsdir"),
        ("en", "detention detentions detention's"),
        ("en", "apply applies applied applying"),
        ("ru", "гражданин граждан граждане гражданами гражданину"),
        ("ru", "сограждане согражданин"),
        ("ru", "беженец беженца беженцы беженцев"),
        ("ru", "иностранец иностранца иностранцами"),
        ("ru", "ребёнок ребенка ребёнку"),
        ("ru", "порядок порядка порядке"),
        ("ru", "решение решения решений"),
        ("ru", "орган органа органов органом"),
        ("ru", "ветеран ветерана ветеранов"),
        ("ru", "материал материалы материалов"),
        ("ru", "охрана охраны охране"),
    ],
)
def test_forms_of_a_word_share_a_stem(language, forms):
    first, *others = stems_of(forms, language)
    assert all(first & other for other in others)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "граждане гражданство"),
        ("en", "detention detect"),
        ("az", "miqrasiya miqrant"),
        ("az", "viza vəzifə"),
        ("az", "qanun qayda"),
        ("ru", "срок порядок"),
        ("ru", "персонал персона"),
    ],
)
def test_different_words_keep_different_stems(language, words):
    first, second = stems_of(words, language)
    assert not first & second


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("the", "en"),
        ("ve", "az"),
        ("из", "ru"),
        ("закон", "en"),
        ("law", "ru"),
        ("12.3", "en"),
        ("c18", "az"),
        ("loi", "fr"),
    ],
)
def test_a_language_has_no_stem_for_what_is_no_word_of_it(word, language):
    assert stems(word, language) == ()


def test_stop_words_of_every_language_are_known():
    assert all(is_stop_word(word) for word in ("the", "ucun", "или"))
    assert not is_stop_word("law")
