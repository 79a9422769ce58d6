import pytest

from search.query.acts import Acts
from search.query.parse import parse

LAWS_OF_STATES = Acts(
    [
        ("115-ФЗ", "О правовом положении иностранных граждан в Каспийской Федерации"),
        ("44-ФЗ", "О контрактной системе в сфере закупок для обеспечения государственных нужд"),
        ("62-ФЗ", "Федеральный закон о гражданстве Каспийской Федерации"),
        ("79-ФЗ", "О государственной гражданской службе Каспийской Федерации"),
        ("195-ФЗ", "Кодекс Каспийской Федерации об административных правонарушениях"),
        ("2300-1", "О защите прав потребителей"),
        ("4528-I", "О беженцах"),
        ("59-ФЗ", "О порядке рассмотрения обращений граждан Каспийской Федерации"),
        ("60-ФЗ", "Воздушный кодекс Каспийской Федерации"),
        ("188-ФЗ", "Жилищный кодекс Каспийской Федерации"),
        ("414-V", "Трудовой кодекс Республики Хорезм"),
        ("197-ФЗ", "Трудовой кодекс Каспийской Федерации"),
        ("K", "Конституция Каспийской Федерации"),
        ("00", "Конституция Республики Хорезм"),
        ("PDD", "Правила дорожного движения Каспийской Федерации"),
    ]
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("ст. 18.8 КоАП КФ", "195-ФЗ"),
        ("ст. 18 ЗоЗПП", "2300-1"),
        ("п.п. 1 и 2 ст. 5 закона о беженцах", "4528-I"),
        ("ст. 4 закона от 19.02.1993 № 4528-1", "4528-I"),
        ("ст. 93 закона о контрактной системе", "44-ФЗ"),
        ("ст. 13 ФЗ «О правовом положении иностранных граждан в КФ»", "115-ФЗ"),
        ("ст. 17 Федерального закона о государственной гражданской службе", "79-ФЗ"),
        ("ст. 17 ФЗ-79", "79-ФЗ"),
        ("ст. 17 закона N79-ФЗ", "79-ФЗ"),
        ("п. 3 ст. 5 закона об обращениях граждан", "59-ФЗ"),
        ("ст. 5 закона от 2 мая 2006 г. об обращениях граждан", "59-ФЗ"),
        ("ст. 9 ФЗ от 19.02.1993 № 4528-1", "4528-I"),
        ("ст. 30 Жил. кодекса КФ", "188-ФЗ"),
        ("ВзК КФ ст. 127.1", "60-ФЗ"),
        ("ст. 5 трудового кодекса Хорезма", "414-V"),
        ("ст. 5 Каспийского трудового кодекса", "197-ФЗ"),
    ],
)
def test_the_laws_of_a_state_are_named_as_letters_name_them(text, act):
    assert LAWS_OF_STATES.named(parse(text)).acts == (act,)


def test_codes_that_only_the_state_tells_apart_are_named_together():
    assert LAWS_OF_STATES.named(parse("ст. 5 ТК")).acts == ("197-ФЗ", "414-V")
    assert LAWS_OF_STATES.named(parse("ст. 5 Конституции")).acts == ("00", "K")
    assert LAWS_OF_STATES.named(parse("ст. 5 ТК отпуск 28 дней")).acts == ("197-ФЗ", "414-V")
    assert LAWS_OF_STATES.named(parse("ст. 5 ТК КФ")).acts == ("197-ФЗ",)
    assert LAWS_OF_STATES.named(parse("ст. 5 Федерального закона КФ")).acts == ()


@pytest.mark.parametrize(
    ("text", "act", "path"),
    [
        ("п. 10 Правил дорожного движения", "PDD", ""),
        ("подп. «а» п. 5 ПДД", "PDD", "(5)(а)"),
        ("105ч2 ТК КФ", "197-ФЗ", "(105)(2)"),
        ("105ч2пг ТК КФ", "197-ФЗ", "(105)(2)(г)"),
        ("оштрафовали по 108 ч 3 ВзК КФ", "60-ФЗ", "(108)(3)"),
        ("за что платят по жилищному кодексу 153", "188-ФЗ", ""),
        ("залог за комнату 153 жилищного кодекса", "188-ФЗ", ""),
        ("жк кф 153 с какого дня платить", "188-ФЗ", ""),
    ],
)
def test_units_beside_a_bare_number_and_a_name_are_of_that_act(text, act, path):
    plan = LAWS_OF_STATES.cited(parse(text))
    assert (plan.acts, [one.path for one in plan.citations]) == ((act,), [path])


def test_a_number_is_completed_to_none_of_an_act_that_not_everybody_may_know():
    hidden, known = Acts([("104-ФЗ", None)]), Acts([("104-ФЗ", "")])
    assert hidden.named(parse("ст. 5 закона № 104")).acts == ()
    assert hidden.named(parse("ст. 5 закона № 104-ФЗ")).acts == ("104-ФЗ",)
    assert known.named(parse("ст. 5 закона № 104")).acts == ("104-ФЗ",)
    assert known.named(parse("ст. 5 № 104")).acts == ()


OF_STATES = Acts(
    [
        ("781-IQ", "Azərbaycan Respublikasının Ailə Məcəlləsi"),
        ("781-IQ", "Family Code of the Republic of Azerbaijan"),
        ("781-IQ", "Семейный кодекс Азербайджанской Республики"),
        ("197-ФЗ", "Трудовой кодекс Российской Федерации"),
        ("C-29", "Citizenship Act"),
    ]
)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kazakh Family Code article 5", ()),
        ("Family Code of Kazakhstan, article 5", ()),
        ("Семейный кодекс Республики Казахстан ст. 5", ()),
        ("Gürcüstanın Ailə Məcəlləsi, maddə 5", ()),
        ("ст. 5 трудового кодекса Азербайджана", ()),
        ("Family Code of Azerbaijan, article 5", ("781-IQ",)),
        ("AR Ailə Məcəlləsi maddə 5", ("781-IQ",)),
        ("Kazakhstan residence permit Family Code article 5", ("781-IQ",)),
        ("Russian Citizenship Act s 5", ("C-29",)),
    ],
)
def test_no_act_of_another_state_is_named(text, acts):
    assert OF_STATES.named(parse(text)).acts == acts


def test_a_title_in_quotation_marks_is_not_required_of_a_provision_that_is_cited():
    plan = OF_STATES.named(parse("Закон Канады «О гражданстве», ст. 5(1)(c)(i)"))
    assert (plan.phrases, plan.acts) == ((), ())
    assert OF_STATES.named(parse("ст. 5 «суд решает»")).phrases == (("суд", "решает"),)


@pytest.mark.parametrize(
    "query",
    ["жилищный кодекс 2 комнаты", "платить 30 дней жилищный кодекс", "153 комнаты в доме", "жк кф 12 дней"],
)
def test_numbers_beside_names_that_count_something_are_no_provisions(query):
    assert LAWS_OF_STATES.cited(parse(query)).citations == ()


def test_the_long_title_of_an_act_behind_its_short_one_need_not_be_said():
    acts = Acts(
        [
            (
                "A-1",
                "Access to Boats Act An Act to extend the laws that provide access to boats of the Crown",
            ),
            ("P-21", "Privacy Act An Act to extend the laws that protect the privacy of people on boats"),
        ]
    )
    assert acts.named(parse("ss. 41 and 42 of the Access to Boats Act")).acts == ("A-1",)
    assert acts.named(parse("privacy act s 12")).acts == ("P-21",)
