"""Law that hangs in an annex, contents that are read as law, and numbers that begin again are told and stop the import."""

import pytest


def stops(parsed):
    return {finding.code for finding in parsed.stopping}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("az", "QANUN\nMaddə 1. Bir\nMətn.\nƏlavə 1\nTariflər\n1. Bir tarif.\n2. İki tarif.\nMaddə 2. İki\nMətn.\n"),
        ("az", "QANUN\nMaddə 1. Bir\n1.1. Orqanların\nƏLAVƏ\nxərcləri.\n1.2. Yenə.\nMaddə 2. İki\nMətn.\n"),
        ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Формы указаны в\nПриложение 2\nк настоящему Закону.\n2. Далее.\nСтатья 2. Два\nТекст.\n"),
        ("en", "CODE\nChapter 1\nLamps\nArticle 1. A\nB.\nSchedule 1\nFees\n1. One.\nChapter 2\nBulbs\nArticle 9. C\nD.\n"),
    ],
)  # fmt: skip
def test_an_annex_does_not_go_on_from_the_law(name, text, request):
    assert "law_in_annex" in stops(request.getfixturevalue(name).parse(text))


def test_an_annex_may_count_on_its_own(en):
    text = "CODE\nArticle 1. A\nB.\nArticle 2. C\nD.\nAnnex\nRules\nArticle 1. E\nF.\nArticle 2. G\nH.\n"
    assert stops(en.parse(text)) == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "ru",
            (
                "ПОСТАНОВЛЕНИЕ\n1. Утвердить Положение и Правила.\nПремьер-министр\nИ. Иванов\n"
                "УТВЕРЖДЕНО\nПостановление\nСовета Министров\n03.06.2008 № 294\nПОЛОЖЕНИЕ\nо лампах\n"
                "1. Лампы горят.\n2. Масло есть.\nУТВЕРЖДЕНЫ\nПостановление\nСовета Министров\n03.06.2008 № 294\n"
                "ПРАВИЛА\nо масле\n1. Масло хранится.\n2. Оно горит.\n"
            ),
        ),
        (
            "az",
            (
                "QƏRAR\n1. Qaydalar və Əsasnamə təsdiq edilsin.\nAzərbaycan Respublikasının Baş naziri\nA. Əsədov\n"
                "Nazirlər Kabinetinin 2014-cü il 5 may tarixli\n12 nömrəli Qərarı ilə təsdiq edilmişdir\nQAYDALAR\n"
                "1. Lampa yanır.\n2. Yağ var.\nNazirlər Kabinetinin 2014-cü il 5 may tarixli\n"
                "12 nömrəli Qərarı ilə təsdiq edilmişdir\nƏSASNAMƏ\n1. Yağ saxlanılır.\n2. O yanır.\n"
            ),
        ),
    ],
)
def test_each_document_that_an_act_approves_is_an_annex(name, text, request):
    parsed = request.getfixturevalue(name).parse(text)
    annexes = [each for each in parsed.tree if each.kind == "annex"]
    below = [[child.number for child in parsed.tree.children(each.key)] for each in annexes]
    assert below == [["1", "2"], ["1", "2"]]
    assert stops(parsed) == set()


def test_contents_read_as_law_are_counted(en):
    names = [
        "Naming of lamps",
        "Keepers of lamps",
        "Bulbs and wicks",
        "Fees to be paid",
        "Penalties",
        "Final rule",
    ]
    entries = "".join(f"{number}. {name} {number}0\n\n" for number, name in enumerate(names, 1))
    law = "".join(
        f"{name}\n{number}. (1) It is so.\n(2) It is not.\nIt goes on.\n"
        for number, name in enumerate(names, 1)
    )
    parsed = en.parse(
        f"LAMPS ACT\nWhat this Act holds, in order, is as follows.\nPART ONE\nALL\n{entries}SCHEDULES\nSchedule A: Rates 70 Schedule B: Forms 80\n{law}"
    )
    assert "contents_in_law" in stops(parsed) or "contents" in {str(element.kind) for element in parsed.tree}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CODE\nArticle 1. A\n1. B.\n2. C.\nLamps\n1. D.\n2. E.\n", "out_of_order"),
        ("CODE\nChapter 1\nA\nArticle 1. B\nC.\nChapter 2\nD\nArticle 2. E\nF.\nChapter 1\nG\nArticle 3. H\nI.\n", "duplicate_number"),
        ("CODE\nArticle 1. A\nB.\nArticle 2. C\nD.\nArticle 18. E\nF.\n", "gap"),
        ("CODE\nPART I\nA\nCHAPTER 2\nB\nArticle 1. C\nD.\n", "gap"),
        ("CODE\nArticle 9. A\n9.1. B.\n10.1. C.\n10.2. D.\nArticle 11. E\nF.\n", "missing_parent"),
    ],
)  # fmt: skip
def test_numbers_that_show_a_lost_heading_stop(text, code, en):
    assert code in stops(en.parse(text))


def test_a_second_list_that_is_announced_is_none(az):
    text = "QANUN\nMaddə 1. Bir\n1.1. Hüquqlar:\n1) bir;\n2) iki.\nVəzifələr:\n1) üç;\n2) dörd.\n1.2. Yenə.\n"
    assert not az.parse(text).stopping


def test_an_act_out_of_a_code_begins_where_it_does(en):
    assert not en.parse(
        "TITLE 12. LAMPS\nCHAPTER 3. BULBS\nArticle 301. A\nB.\nArticle 302. C\nD.\n"
    ).stopping
