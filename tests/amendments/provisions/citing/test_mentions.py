"""Citations in running text: each is read whole, and what is not certain is none."""

import json

import pytest
from hypothesis import given, strategies as st

from amendments.provisions.citing.citation_words import PLAIN, CitationWords
from amendments.provisions.citing.mentions import mentions
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import CONVENTIONS

WORDS = {"az": CitationWords(CONVENTIONS), "en": ENGLISH.citation_words, "ru": RUSSIAN.citation_words}


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("az", "bu Məcəllənin 9.3.4-cü maddəsində", ["9.3.4"]),
        ("az", "bu Məcəllənin 21.2–21.5-ci maddələrində", ["21.2", "21.3", "21.4", "21.5"]),
        ("az", "bu Məcəllənin 44-47-ci maddələrində", ["44", "45", "46", "47"]),
        ("az", "43-45-ci və 49-cu maddələrinə", ["43", "44", "45", "49"]),
        ("az", "bu Məcəllənin 44-47-ci maddəsində", ["44-47"]),
        ("az", "44-1-ci və 44-2-ci maddələrində", ["44-1", "44-2"]),
        ("en", "under sections 3-5", ["3", "4", "5"]),
        ("en", "under section 3-5", ["3-5"]),
        ("en", "sections 7.1 to 7.4", ["7.1", "7.2", "7.3", "7.4"]),
        ("en", "sections 17 to 19.2", ["17", "18", "19", "19.1", "19.2"]),
        ("en", "sections 18.19 to 19.1", ["18.19", "18.20", "19", "19.1"]),
        ("ru", "в статьях 44-46 и статьи 12-15", ["44", "45", "46", "12-15"]),
        ("ru", "подпунктом 17) статьи 21", ["21.17"]),
        ("ru", "подпункт 1) пункта 1 статьи 401", ["401.1.1"]),
        ("ru", "подпункты 1), 2) и 4) пункта 1 статьи 5", ["5.1.1", "5.1.2", "5.1.4"]),
        ("ru", "пп. 1) п. 1 ст. 401", ["401.1.1"]),
        ("ru", "(см. статью 12) часть 2 договора", ["12"]),
        ("az", "45.1.10-1-ci və 45.1.10-2-ci maddələrində", ["45.1.10-1", "45.1.10-2"]),
        ("az", "12-ci maddənin 3-cü və 4-cü hissələri", ["12.3", "12.4"]),
        ("az", "12-ci maddənin birinci hissəsinin “ç” bəndi", ["12.1.ç"]),
        ("az", "bu maddənin 2-ci hissəsində", ["~.2"]),
        ("az", "94-cü maddəsinin I hissəsinin 21-ci bəndi", ["94.1.21"]),
        ("az", "25-ci maddənin II və III hissələri", ["25.2", "25.3"]),
        ("az", "bu maddənin IV hissəsi", ["~.4"]),
        ("en", "part IV of Article 25", ["25.4"]),
        ("en", "Article 25, parts I to III", ["25.1", "25.2", "25.3"]),
        ("ru", "часть III статьи 25", ["25.3"]),
        ("en", "part I of the Criminal Code, point I of Article 5", ["5.i"]),
        ("az", "bu Məcəllənin 25.1.3-25.1.5-ci maddələrində", ["25.1.3", "25.1.4", "25.1.5"]),
        ("az", "148-1.2-ci və 1.0.8-1-ci maddələr", ["148-1.2", "1.0.8-1"]),
        ("en", "under section 9 (2) of this Act", ["9.2"]),
        ("en", "sections 9(1)(a) and (2)", ["9.1.a", "9.2"]),
        ("en", "section 9(1)(a), (2)(b) and (3)", ["9.1.a", "9.2.b", "9.3"]),
        ("en", "section 9(a) and (2)", ["9.a"]),
        ("en", "subsection (1) under section 9", ["9"]),
        ("en", "Article 5 applies. Under paragraph (2) thereof", ["5"]),
        ("en", "subsection (2) in the Criminal Code", []),
        ("en", "Law 27-L, paragraph (2)", []),
        ("en", "under the Criminal Code, paragraph (2)", []),
        ("en", "In this Act, subsection (1) applies", ["~.1"]),
        ("en", "Where the Criminal Code applies, subsection (1) does too", ["~.1"]),
        ("en", "under subsection (1) in the case of boats", ["~.1"]),
        ("en", "subsection (1) applies to boats in subsection (2) above", ["~.1", "~.2"]),
        ("en", "under paragraphs 2 and 3 of Article 5 of this Law", ["5.2", "5.3"]),
        ("en", "Article 12(3)(a) or Article 14", ["12.3.a", "14"]),
        ("en", "Articles 12 to 15 and 18", ["12", "13", "14", "15", "18"]),
        ("en", "paragraph 2 of this Article", ["~.2"]),
        ("en", "a permit under section 5", ["5"]),
        ("en", "under subsection 69(3) or 70(1)", ["69.3", "70.1"]),
        ("en", "a paragraph 69(3)(b) case", ["69.3.b"]),
        ("en", "subject to subsection (1), a person", ["~.1"]),
        ("en", "under subsections (1) to (3)", ["~.1", "~.2", "~.3"]),
        ("en", "subsections 9(1) and (2) or paragraph (1)(a)", ["9.1", "9.2", "~.1.a"]),
        ("en", "section 9(1)(a) or (2)(b)", ["9.1.a", "9.2.b"]),
        ("en", "subsection (2) of section 9 or paragraph (3)(b) of section 9.1", ["9.2", "9.1.3.b"]),
        ("en", "subparagraph 12(1)(a)(ii)", ["12.1.a.ii"]),
        ("en", "subsection (1) applies to an offence under the Criminal Code", ["~.1"]),
        ("en", "subsection (1) of that section, paragraph (a) or section (1)", []),
        ("ru", "в соответствии со статьей 18 и статьей 17 настоящего Закона", ["18", "17"]),
        ("ru", "пункты 2 и 3 части 1 статьи 5 настоящего Кодекса", ["5.1.2", "5.1.3"]),
        ("ru", "статьями 12.1, 12.2 и 14 настоящего Федерального закона", ["12.1", "12.2", "14"]),
        ("ru", "ч. 1 ст. 12", ["12.1"]),
        ("ru", "части 2 настоящей статьи", ["~.2"]),
        ("en", "Article 2 applies in the rules", ["2"]),
        ("en", "Articles 2 and 3 shall not apply to the act", ["2", "3"]),
        ("en", "paragraph 2 of Article 5 governs the rules of the Criminal Code", ["5.2"]),
        ("ru", "статья 2 применяется в правилах", ["2"]),
        ("ru", "статьи 2 и 3 не действуют в отношении закона", ["2", "3"]),
        ("en", "within 12 months of 3 parties, on 5 May 2020", []),
        ("en", "point (a) of paragraph 2", []),
        ("az", "bu müddət 30 iş günündən çox olmamalıdır", []),
        ("ru", "в течение 10 дней, пункт 3", []),
    ],
)
def test_the_provisions_of_the_act_itself(language, text, keys):
    found = mentions(text, WORDS[language])
    assert ([one.key for one in found], {one.act for one in found} - {""}) == (keys, set())


@pytest.mark.parametrize(
    ("language", "text", "key", "act"),
    [
        ("az", "Azərbaycan Respublikası Əmək Məcəlləsinin 12-ci maddəsi", "12", "Azərbaycan Respublikası Əmək Məcəlləsinin"),
        ("az", "Bu hal Əmək Məcəlləsinin 12-ci maddəsi ilə", "12", "Əmək Məcəlləsinin"),
        ("az", "Bu Qanun Gömrük Məcəlləsinin 20-ci maddəsinə uyğundur", "20", "Gömrük Məcəlləsinin"),
        ("az", "Bu Məcəllə “Turizm haqqında” Qanunun 5-ci maddəsinə", "5", "“Turizm haqqında” Qanunun"),
        ("az", "Bu Qanunun, 27-IIIQ nömrəli Qanunun 4-cü maddəsi", "4", "27-IIIQ nömrəli Qanunun"),
        ("az", "27-IIIQ nömrəli Qanunun 4-cü maddəsi", "4", "27-IIIQ nömrəli Qanunun"),
        ("az", "“Miqrasiya haqqında” Qanunun 5-ci maddəsi", "5", "“Miqrasiya haqqında” Qanunun"),
        ("en", "Article 7 of the Refugee Protection Act, or a fee", "7", "Refugee Protection Act,"),
        ("en", "Article 3 of the Law on Asylum applies", "3", "Law on Asylum"),
        ("ru", "статьи 5 Гражданского процессуального кодекса", "5", "Гражданского процессуального кодекса"),
        ("ru", "статьи 12 Трудового кодекса Российской Федерации и", "12", "Трудового кодекса Российской Федерации"),
    ],
)  # fmt: skip
def test_those_of_another_act_are_told_from_them(language, text, key, act):
    assert [(one.key, one.act) for one in mentions(text, WORDS[language])] == [(key, act)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "qanunun 5-ci maddəsi"),
        ("en", "Article 5 of the act"),
        ("en", "Article 5 as said in the rules"),
        ("ru", "статьи 5 указанных правил"),
        ("ru", "статьи 5 закона"),
    ],
)
def test_a_citation_of_an_act_without_a_name_is_none(language, text):
    assert mentions(text, WORDS[language]) == []


def test_a_citation_covers_its_words():
    text = "as paragraph 2 of Article 5 says"
    (found,) = mentions(text, WORDS["en"])
    assert text[found.start : found.end] == "paragraph 2 of Article 5"


@given(st.text(), st.sampled_from(sorted(WORDS)))
def test_no_text_is_too_odd(text, language):
    for found in mentions(text, WORDS[language]):
        assert 0 <= found.start < found.end <= len(text)


def test_nor_does_it_cover_the_article_of_what_follows():
    text = "subject to subsection (1), a person"
    (found,) = mentions(text, WORDS["en"])
    assert text[found.start : found.end] == "subsection (1)"


def test_without_the_words_of_a_language_the_words_of_the_code_are_read():
    assert [one.key for one in mentions("article 5", PLAIN)] == ["5"]


@pytest.mark.real_data
def test_nearly_all_citations_of_a_real_act_lead_to_a_provision(real_data):
    """98% of those in the Migration Code; the two others are of provisions that it does not have."""
    nodes = json.loads((real_data / "az" / "migration_code_2023-05.json").read_text(encoding="utf-8"))[
        "nodes"
    ]
    known = {".".join(level.partition("_")[2] for level in node["eid"].split("__")) for node in nodes}
    found = [one for node in nodes for one in mentions(node.get("text") or "", WORDS["az"]) if not one.act]
    assert len(found) > 190
    assert sum(one.key in known or one.key.startswith("~") for one in found) / len(found) > 0.98
