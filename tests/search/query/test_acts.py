import pytest
from hypothesis import given, strategies as st

from search.query.acts import Acts
from search.query.parse import parse

LAWS = tuple(f"Law of the Republic of Caspia on {subject}" for subject in ("parks", "ports", "bread", "salt"))
ACTS = Acts(
    [
        ("100-L", "Law on the Status of Refugees and Internally Displaced Persons"),
        ("101-L", "Law on Refugees"),
        ("102-L", "Criminal Code of the Republic of Caspia"),
        ("103-L", "Criminal Procedure Code of the Republic of Caspia"),
        ("104-L", "Migration Code of the Republic of Caspia"),
        ("104-L", "Xəzər Respublikasının Miqrasiya Məcəlləsi"),
        ("104-L", "Миграционный кодекс Каспийской Республики"),
        ("105-L", "Xəzər Respublikasının Mülki Prosessual Məcəlləsi"),
        ("106-L", "Rules on Residence Permits"),
        ("107-L", "Law on Levies"),
        ("108-L", "Law on Levies"),
        ("109-L", ""),
        ("№", "¹"),
        *((f"{place}-L", title) for place, title in enumerate(LAWS, 1)),
    ]
)


def named(text):
    return list(ACTS.named(parse(text)).acts)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Article 5 of the Criminal Code", ["102-L"]),
        ("Article 5 of the Criminal Procedure Code", ["103-L"]),
        ("Article 5 of the Law on Refugees", ["101-L"]),
        ("Article 5 of the law on the status of refugees", ["100-L"]),
        ("Article 5 of the Law on Internally Displaced Persons", ["100-L"]),
        ("Migration Code art. 5, residence of foreigners", ["104-L"]),
        ("Article 5 of the Migration Code on residence permits", ["104-L", "106-L"]),
        ("Article 5 of the «Migration Code»", ["104-L"]),
        ("согласно статье 5 Миграционного кодекса Каспийской Республики", ["104-L"]),
        ("ст. 5 МК КР", ["104-L"]),
        ("M.M. 5.1", ["104-L"]),
        ("M. M. 5", ["104-L"]),
        ("mm maddə 5", ["104-L"]),
        ("M.M. m. 5", ["104-L"]),
        ("XR MPM 5.1", ["105-L"]),
        ("art. 5 LSR", ["100-L"]),
        ("art. 5 RORP", ["106-L"]),
        ("law on bread, Article 5", ["3-L"]),
        ("Article 5 of 3-L and Article 6 of 109-L", ["109-L", "3-L"]),
        ("Article 5 of Law No. 3-l on salt", ["3-L", "4-L"]),
    ],
)
def test_acts_are_named_as_lawyers_name_them(text, acts):
    assert named(text) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Article 5",
        "Article 5 permits",
        "Article 5 of the Code",
        "Article 5 of the Law",
        "Article 5 of the Republic",
        "Article 5 of the Law of the Republic of Caspia",
        "Article 5 of the Law on Levies",
        "Article 5 of the law on displaced persons No. 999",
        "Article 5 of 13-L",
        "XR 5.1",
        "Article 5 of the status",
    ],
)
def test_what_fits_several_acts_or_too_little_of_one_names_none(text):
    assert named(text) == []


def test_what_most_titles_have_calls_no_act_up():
    acts = Acts((f"{number}-L", f"Law on levy {number}") for number in range(300))
    assert acts.named(parse("Article 5 of the Law on levy")).acts == ()
    assert acts.named(parse("Article 5 of the Law on levy 7")).acts == ("7-L",)


def test_of_a_word_as_it_was_likely_meant_the_act_is_named_too():
    plan = parse("Article 5 of the Migartion Code")
    meant = [
        word if word.exact == "code" else type(word)(word.exact, (), ("migration",)) for word in plan.words
    ]
    assert ACTS.named(plan).acts == ()
    assert ACTS.named(type(plan)(words=tuple(meant), beside=plan.beside)).acts == ("104-L",)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Article 5 of the “Migration Code”", ()),
        ("«О миграции», ст. 5", (("о", "миграции"),)),
        ("Article 5 of the “Migration Code” “bread”", (("bread",),)),
        ("Article 5 of 3-L “the salt”", (("the", "salt"),)),
        ("Article 5 of 104-L “of the”", (("of", "the"),)),
    ],
)
def test_a_title_in_quotation_marks_is_no_phrase_that_texts_must_have(text, phrases):
    assert ACTS.named(parse(text)).phrases == phrases


def test_its_words_count_as_if_there_were_no_marks():
    plan = ACTS.named(parse("Article 5 of the “Migration Code”"))
    assert {word.exact for word in plan.wanted} == {"migration", "code"}


@given(st.text())
def test_whatever_is_typed_names_an_act_or_none(text):
    assert set(named(f"12.3 {text}")) <= {act for act, _ in ACTS._titles} | {"109-L"}
