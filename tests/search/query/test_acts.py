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
        ("Article 5 of L-104", ["104-L"]),
        ("104l Article 5", ["104-L"]),
    ],
)
def test_acts_are_named_as_lawyers_name_them(text, acts):
    assert named(text) == acts


@pytest.mark.parametrize(
    ("text", "act", "number", "words"),
    [
        ("Migration Code 12", "104-L", "12", ["migration", "code"]),
        ("12 Migration Code", "104-L", "12", ["migration", "code"]),
        ("the Migration Code, 12", "104-L", "12", ["the", "migration", "code"]),
        ("Migration Code 12a", "104-L", "12a", ["migration", "code"]),
        ("Miqrasiya Məcəlləsinin 12", "104-L", "12", ["miqrasiya", "mecellesinin"]),
        ("Миграционный кодекс 12", "104-L", "12", ["миграционный", "кодекс"]),
        ("MM 12", "104-L", "12", ["mm"]),
        ("104-L 12", "104-L", "12", ["104", "l"]),
        ("12 104-L", "104-L", "12", ["104", "l"]),
        ("3-L 4", "3-L", "4", ["3", "l"]),
        ("Law 3-L, 4", "3-L", "4", ["law", "3", "l"]),
        (
            "Xəzər Respublikasının Mülki Prosessual Qanununun 4",
            "105-L",
            "4",
            ["xezer", "respublikasinin", "mulki", "prosessual", "qanununun"],
        ),
        ("Criminal Code 1101", "102-L", "1101", ["criminal", "code"]),
        ("Migration Code 12/3", "104-L", "12.3", ["migration", "code"]),
        ("12/3 Miqrasiya Məcəlləsi", "104-L", "12.3", ["miqrasiya", "mecellesi"]),
    ],
)
def test_a_number_beside_nothing_but_a_name_is_a_provision(text, act, number, words):
    plan = ACTS.spaced(parse(text)) or ACTS.cited(parse(text))
    assert ([one.key for one in plan.citations], plan.acts) == ([number], (act,))
    assert [word.exact for word in plan.words] == words
    assert number not in plan.typed


@pytest.mark.parametrize(
    "text",
    [
        "Migration Code 2013",
        "Migration Code 12 months",
        "foreigners in the Migration Code 12 months ago",
        "12 Migration Code permits",
        "“Migration Code” 12",
        "104-L",
        "104-L 104-L",
        "permits 12",
        "12",
        "12 13",
        "",
    ],
)
def test_a_number_beside_other_words_is_a_word(text):
    plan = parse(text)
    assert ACTS.cited(plan) == plan


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Migration Code", "104-L"),
        ("the Migration Code of the Republic of Caspia", "104-L"),
        ("Miqrasiya Məcəlləsi", "104-L"),
        ("Criminal Code", "102-L"),
        ("bread law", "3-L"),
        ("the law on the status of the refugees and of the internally displaced persons", "100-L"),
        ("MPM", "105-L"),
        ("Migration Code permits", ""),
        ("law", ""),
        ("Law on Levies", ""),
        ("", ""),
    ],
)
def test_the_name_of_an_act_alone_leads_to_the_act(text, act):
    plan = ACTS.called(parse(text))
    assert (plan.acts, plan.leads_to_act) == (((act,), True) if act else ((), False))
    assert [one.key for one in plan.citations] == [f"act.{act.lower()}"] * bool(act)
    assert (plan.words, plan.typed) == (parse(text).words, parse(text).typed)


def test_the_number_of_a_title_is_no_provision_of_it():
    acts = Acts((f"{number}-L", f"Law on levy {number}") for number in range(30))
    plan = parse("Law on levy 7")
    assert acts.cited(plan) == plan


@pytest.mark.parametrize(
    "text",
    [
        "Article 5",
        "Article 5 permits",
        "Article 5 of the Code",
        "Article 5 of the Law",
        "Article 5 of the Republic",
        "Article 5 of the Law of the Republic of Caspia",
        "Article 5 of the law on displaced persons No. 999",
        "Article 5 of 13-L",
        "XR 5.1",
        "Article 5 of the status",
    ],
)
def test_what_fits_most_acts_or_too_little_of_one_names_none(text):
    assert named(text) == []


def test_what_most_titles_have_calls_no_act_up():
    acts = Acts((f"{number}-L", f"Law on levy {number}") for number in range(300))
    assert acts.named(parse("Article 5 of the Law on levy")).acts == ()
    assert acts.named(parse("Article 5 of the Law on levy 7")).acts == ("7-L",)


def test_an_act_with_several_titles_is_named_by_what_no_other_act_is_called():
    names = [
        ("K", title) for title in ("Constitution of the Caspian Republic", "Caspian Republic, Constitution")
    ]
    acts = Acts((*names, ("1-L", "Port Rules of the Caspian Republic")))
    assert acts.named(parse("Article 5 of the Constitution")).acts == ("K",)


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


CODES = Acts(
    [
        ("1", "Гражданский кодекс Каспийской Республики (часть первая)"),
        ("2", "Гражданский кодекс Каспийской Республики (часть вторая)"),
        ("3", "Гражданский процессуальный кодекс Каспийской Республики"),
        ("4", "Семейный кодекс Каспийской Республики"),
        ("5", "Семейный кодекс Хорезмской Республики"),
        ("6", "Law on Levies"),
        ("7", "Law on Levies (amendments)"),
        ("8", "Law on Levies"),
        *((f"{place}-Х", f"Правила Хорезмской Республики о портах {place}") for place in range(2)),
    ]
)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("п. 1 ст. 10 ГК КР", ["1", "2"]),
        ("ст. 10 Гражданского кодекса Каспийской Республики", ["1", "2"]),
        ("ст. 10 ГК КР (часть вторая)", ["2"]),
        ("ст. 10 ГПК КР", ["3"]),
        ("ст. 80 Семейного кодекса", ["4", "5"]),
        ("ст. 80 СК", ["4", "5"]),
        ("ст. 80 СК ХР", ["5"]),
        ("Article 5 of the Law on Levies", ["6", "8"]),
        ("ст. 5 правил Хорезмской Республики", []),
    ],
)
def test_a_name_that_a_few_acts_have_alike_is_of_each_of_them(text, acts):
    assert list(CODES.named(parse(text)).acts) == acts


def test_a_number_beside_such_a_name_is_a_provision_of_each():
    plan = CODES.cited(parse("Law on Levies 12"))
    assert ([one.key for one in plan.citations], plan.acts) == (["12"], ("6", "8"))


def test_a_title_that_says_less_than_half_of_itself_takes_no_name_from_others():
    states = ("Каспийской Республики", "Хорезмской Республики")
    titles = ("Уголовный кодекс", "Уголовный процессуальный кодекс", "Лесной кодекс", "Водный кодекс")
    codes = [(f"{title[:12]} {state[:3]}", f"{title} {state}") for state in states for title in titles]
    acts = Acts(codes)
    assert acts.named(parse("ст. 105 Уголовного кодекса")).acts == ("Уголовный ко Кас", "Уголовный ко Хор")


def test_of_acts_that_are_named_alike_the_number_tells_which_is_meant():
    acts = Acts([("27-L", "Law on Asylum"), ("28-L", "Law on Asylum"), ("29-L", "Law on Levies")])
    assert acts.named(parse("Article 12.3 of the Law on Asylum")).acts == ("27-L", "28-L")
    assert acts.named(parse("Article 12.3 of the Law on Asylum, 28-L")).acts == ("28-L",)
    assert acts.named(parse("Article 12.3 of the Law on Asylum, 29-L")).acts == ("27-L", "28-L", "29-L")


def test_what_tells_one_act_from_all_others_names_it_though_another_has_the_same_words():
    titles = ("Уголовный кодекс", "Уголовно-процессуальный кодекс", "Конституция")
    acts = Acts([("", "Rules"), *((title, f"{title} Каспийской Республики") for title in titles)])
    assert acts.named(parse("ст. 105 Уголовного кодекса")).acts == titles[:1]
    assert acts.named(parse("ст. 105 кодекса")).acts == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Konst. m. 71", "K"),
        ("Miqrasiya Məc. 12-ci maddə", "713-IVQ"),
        ("Miqr. Məc. m. 12", "713-IVQ"),
        ("art. 5 of the Conv. on Rights", "E"),
        ("R.S.C. 1985, c. A-1, s. 4", "RSC 1985 c A-1"),
        ("R.S.C., 1985, c. C-29, s. 4", "RSC 1985 c C-29"),
    ],
)
def test_nouns_for_acts_may_be_cut_and_their_numbers_have_points(text, act):
    acts = Acts(
        [
            ("K", "Azərbaycan Respublikasının Konstitusiyası"),
            ("713-IVQ", "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"),
            ("E", "European Convention on Rights"),
            ("RSC 1985 c A-1", "Access Act"),
            ("RSC 1985 c C-29", "Citizenship Act"),
        ]
    )
    assert acts.named(parse(text)).acts == (act,)
