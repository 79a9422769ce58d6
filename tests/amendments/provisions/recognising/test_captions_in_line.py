"""Captions of annexes in one line with the name of their act, in the three languages; sentences that only mention one."""

import time

import pytest

LAWS = {
    "az": "Lampalar haqqında\nQanun\n\nMaddə 1. Məqsəd\n1.1. Lampa yanır.\nMaddə 2. Son\n2.1. Qanun qüvvəyə minir.\n",
    "ru": "Закон о лампах\n\nСтатья 1. Цель\n1. Лампа горит.\nСтатья 2. Сборы\n1. Сбор уплачивается.\n",
    "en": "Law on Lamps\n\nArticle 1. Aim\n1. A lamp burns.\nArticle 2. Fees\n1. A fee is due.\n",
}
ANNEXES = {
    "az": "Rüsumların siyahısı\n1. Birinci.\n2. İkinci.\n",
    "ru": "Перечень сборов\n1. Первое.\n2. Второе.\n",
    "en": "List of fees\n1. First.\n2. Second.\n",
}
CAPTIONS = [
    ("az", "“Lampalar haqqında” Azərbaycan Respublikasının Qanununa Əlavə", ""),
    ("az", "“Lampalar haqqında” Azərbaycan Respublikasının Qanununa 2 nömrəli əlavə", "2"),
    ("az", "Nazirlər Kabinetinin 2016-cı il 5 aprel tarixli 123 nömrəli qərarına Əlavə № 1", "1"),
    ("az", "“Lampalar haqqında Qanunun tətbiqi barədə” FƏRMANINA ƏLAVƏ", ""),
    ("ru", "Приложение № 2 к Закону Республики Казахстан от 5 мая 2015 года № 312-V", "2"),
    ("ru", "ПРИЛОЖЕНИЕ 1 к Федеральному закону «О лампах»", "1"),
    ("ru", "Приложение к настоящему Закону", ""),
    ("ru", "Приложение N 3 к постановлению Правительства", "3"),
    ("en", "Annex 2 to the Law on Lamps", "2"),
    ("en", "ANNEX II to Regulation (EU) No 5/2015", "II"),
    ("en", "Schedule 1 to the Merchant Lamps Act 2015", "1"),
]
MENTIONS = [
    ("az", "Rüsum bu Qanuna əlavədə göstərilir"),
    ("az", "“Lampalar haqqında” Qanununa 2 nömrəli əlavə:"),
    ("az", "“Lampalar haqqında” Qanununa əlavə."),
    ("ru", "Приложение № 2 к Закону изложить в новой редакции:"),
    ("ru", "Приложение № 2 к Закону о лампах признать утратившим силу."),
    ("en", "Annex 2 to the Law on Lamps is replaced."),
    ("en", "Schedule 1 to the duty to act in good faith"),
    ("en", "Fees under the Lamps Act Schedule 2"),
]
SIGNATURE = "\nİlham Uydurma\nAzərbaycan Respublikasının Prezidenti\nBakı şəhəri, 5 may 2015-ci il\n№ 25-VQ\n"


def annexes(parsed):
    return [element for element in parsed.tree if element.kind == "annex"]


@pytest.fixture
def schemes(az, ru, en):
    return {"az": az, "ru": ru, "en": en}


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize(("language", "caption", "number"), CAPTIONS)
def test_a_caption_in_one_line_opens_an_annex(schemes, language, caption, number, blank):
    text = f"{LAWS[language]}{blank}{caption}\n{ANNEXES[language]}"
    parsed = schemes[language].parse(text)
    assert schemes[language].render(parsed.tree) == text
    (annex,) = annexes(parsed)
    heading = ANNEXES[language].partition("\n")[0]
    assert (annex.number, annex.heading) == (number, heading)
    assert annex.text
    assert annex.text in caption
    below = [(element.number, element.kind) for element in parsed.tree if element.parent == annex.key]
    assert below == [("1", "part"), ("2", "part")]
    assert not parsed.stopping


def test_the_number_of_the_act_above_a_caption_is_that_of_the_signature(az):
    parsed = az.parse(f"{LAWS['az']}{SIGNATURE}\n{CAPTIONS[0][1]}\n{ANNEXES['az']}")
    assert annexes(parsed)[0].text == "“Lampalar haqqında” Azərbaycan Respublikasının Qanununa"
    closing = next(element for element in parsed.tree if element.kind == "closing")
    assert closing.text.endswith("№ 25-VQ")


@pytest.mark.parametrize(("language", "words"), MENTIONS)
def test_a_sentence_that_mentions_an_annex_stays_text(schemes, language, words):
    text = f"{LAWS[language]}\n{words}\n{ANNEXES[language]}"
    assert not annexes(schemes[language].parse(text))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The fees are those of:", ""),  # what a sentence names
        ("The fees follow the list of the", ""),  # a line in the middle of a sentence
        ("A further fee is due.", "and of the rules below it."),
        ("A further fee is due.", "Annex 3 to the Law on Lamps"),  # a list of annexes
        ("Article 3", "The words of the article."),  # the heading of an article
    ],
)
def test_a_line_inside_a_sentence_or_a_list_is_no_caption(en, above, below):
    parsed = en.parse(f"{LAWS['en']}{above}\nAnnex 2 to the Law on Lamps\n{below}\n")
    assert not annexes(parsed)


def test_what_an_amending_act_quotes_is_no_caption(ru):
    text = (
        f"{LAWS['ru']}2. Дополнить закон приложением:\n«Приложение № 2 к Закону о лампах\nПеречень сборов».\n"
    )
    assert not annexes(ru.parse(text))


@pytest.mark.parametrize(
    "line",
    ["Annex 2 to the " * 6_000, "Annex to " + "a " * 50_000 + "Act", "to the Act " * 9_000 + "Annex 2"],
)
def test_a_long_line_takes_no_longer_than_its_length(en, line):
    started = time.process_time()
    en.parse(f"{LAWS['en']}{line}\n")
    assert time.process_time() - started < 5
