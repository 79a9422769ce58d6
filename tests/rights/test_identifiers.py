"""Words that would show who somebody is are found, and what only looks a little like them is not."""

from time import process_time

import pytest

from rights.identifiers import Identifier, identifiers_in, likely_people_in

SHOWING = [
    ("Write to a.person@example.org today", Identifier.EMAIL, "a.person@example.org"),
    ("Call +994 50 123 45 67.", Identifier.PHONE, "+994 50 123 45 67"),
    ("Call (050) 123-45-67 now", Identifier.PHONE, "(050) 123-45-67"),
    ("Call 00994501234567", Identifier.PHONE, "00994501234567"),
    ("Passport AZE12345678", Identifier.DOCUMENT, "AZE12345678"),
    ("Passport C 01234567", Identifier.DOCUMENT, "C 01234567"),
    ("Card AA №1234567", Identifier.DOCUMENT, "AA №1234567"),
    ("Паспорт РФ-123456", Identifier.DOCUMENT, "РФ-123456"),
    ("FIN 5ABC1D2", Identifier.DOCUMENT, "FIN 5ABC1D2"),
    ("Card 5ABC1D2", Identifier.DOCUMENT, "5ABC1D2"),
    ("Account 123456789", Identifier.NUMBER, "123456789"),
    ("Card 4000 1234 5678 9012", Identifier.NUMBER, "4000 1234 5678 9012"),
    ("A man born on 12.03.1988", Identifier.BIRTH, "born on 12.03.1988"),
    ("doğum tarixi 12.03.1988", Identifier.BIRTH, "doğum tarixi 12.03.1988"),
    ("Дата рождения: 12.03.1988", Identifier.BIRTH, "Дата рождения: 12.03.1988"),
    ("12 mart 1987-ci ildə anadan olub", Identifier.BIRTH, "12 mart 1987-ci ildə anadan ol"),
    ("01.05.1987-ci ildə anadan olub", Identifier.BIRTH, "01.05.1987-ci ildə anadan ol"),
    ("born on 12 March 1987", Identifier.BIRTH, "born on 12 March 1987"),
    ("born 3.4.87", Identifier.BIRTH, "born 3.4.87"),
    ("Account AZ21NABZ00000000137010001944", Identifier.NUMBER, "AZ21NABZ00000000137010001944"),
    ("Тел. 8 (495) 123-45-67", Identifier.PHONE, "8 (495) 123-45-67"),
    ("Call +994 (0) 50 - 123 45 67", Identifier.PHONE, "+994 (0) 50 - 123 45 67"),
    ("Call +994 50\u200b123 45\u200b67", Identifier.PHONE, "+994 50123 4567"),
    ("Паспорт 4510 123456", Identifier.DOCUMENT, "4510 123456"),
    ("fin 5abc1d2", Identifier.DOCUMENT, "fin 5abc1d2"),
    ("Account AZN 1234567890", Identifier.DOCUMENT, "AZN 1234567890"),
    ("anadan olduğu 12.05.1990 tarixindən etibarən", Identifier.BIRTH, "anadan olduğu 12.05.1990"),
    ("doğum günü: 12.05.1990 etibarən yaşayır", Identifier.BIRTH, "doğum günü: 12.05.1990"),
    ("He was born after 12 May 1990 by one day", Identifier.BIRTH, "born after 12 May 1990"),
    ("Born on 12 May 1990 and later moved", Identifier.BIRTH, "Born on 12 May 1990"),
    ("Date of birth: 12.03.1987 - 13.03.1987", Identifier.BIRTH, "Date of birth: 12.03.1987"),
    ("Она родилась 12.05.1990 и позднее уехала", Identifier.BIRTH, "родилась 12.05.1990"),
    ("Заявитель родился 12.05.1990 и позднее уехал", Identifier.BIRTH, "родился 12.05.1990"),
    (
        "дату рождения с 12.05.1990 на 13.05.1990",
        Identifier.BIRTH,
        "дату рождения с 12.05.1990 на 13.05.1990",
    ),
    ("The passport number 1234567", Identifier.DOCUMENT, "passport number 1234567"),
    ("Паспорт серии 45 09 № 123456", Identifier.DOCUMENT, "Паспорт серии 45 09 № 123456"),
    ("паспорт серия 4509 номер 123456", Identifier.DOCUMENT, "паспорт серия 4509 номер 123456"),
    ("şəxsiyyət vəsiqəsinin nömrəsi 1234567", Identifier.DOCUMENT, "vəsiqəsinin nömrəsi 1234567"),
    ("вид на жительство № 1234567", Identifier.DOCUMENT, "вид на жительство № 1234567"),
    ("MYİ 1234567", Identifier.DOCUMENT, "MYİ 1234567"),
    ("ПИН-код 5АВС123", Identifier.DOCUMENT, "ПИН-код 5АВС123"),
    ("tel. 498-12-34", Identifier.PHONE, "tel. 498-12-34"),
    ("call AZN 050 123 45 67", Identifier.PHONE, "050 123 45 67"),
    ("GB29 NWBK 6016 1331 9268 19", Identifier.NUMBER, "GB29 NWBK 6016 1331 9268 19"),
    ("a.person (at) mail.az", Identifier.EMAIL, "a.person (at) mail.az"),
    ("a.person[at]mail.az", Identifier.EMAIL, "a.person[at]mail.az"),
    ("leyla [at] gmail [dot] com", Identifier.EMAIL, "leyla [at] gmail [dot] com"),
    ("leyla at mail dot az", Identifier.EMAIL, "leyla at mail dot az"),
    ("leyla собака mail.ru", Identifier.EMAIL, "leyla собака mail.ru"),
    ("загранпаспорт 72 № 3344556", Identifier.DOCUMENT, "паспорт 72 № 3344556"),
    ("вид на жительство 82 № 0456123", Identifier.DOCUMENT, "вид на жительство 82 № 0456123"),
    ("permanent residence card 2092817", Identifier.DOCUMENT, "residence card 2092817"),
    ("leyla.q @ mail.az", Identifier.EMAIL, "leyla.q @ mail.az"),
    ("leyla_q＠mail.ru", Identifier.EMAIL, "leyla_q＠mail.ru"),
    ("Telegram @leyla_q88", Identifier.ACCOUNT, "@leyla_q88"),
    ("t.me/leyla_q", Identifier.ACCOUNT, "t.me/leyla_q"),
    ("https://www.instagram.com/leyla_q/", Identifier.ACCOUNT, "instagram.com/leyla_q"),
    ("telefon nömrəsi: 441 20 93", Identifier.PHONE, "telefon nömrəsi: 441 20 93"),
    ("SNILS 112-233-445 95", Identifier.DOCUMENT, "SNILS 112-233-445 95"),
    ("VÖEN: 1403 456 782", Identifier.DOCUMENT, "VÖEN: 1403 456 782"),
    ("refugee certificate No. 00441", Identifier.DOCUMENT, "refugee certificate No. 00441"),
    ("удостоверение беженца № 004412", Identifier.DOCUMENT, "удостоверение беженца № 004412"),
    ("müvəqqəti yaşayış icazəsi № 0441209", Identifier.DOCUMENT, "yaşayış icazəsi № 0441209"),
    ("work permit No 22/004412", Identifier.DOCUMENT, "work permit No 22/004412"),
    ("the passport with number 441 209 33", Identifier.DOCUMENT, "passport with number 441 209 33"),
    ("разрешение на работу № 004412", Identifier.DOCUMENT, "разрешение на работу № 004412"),
    ("D.o.B.: 1988/05/07", Identifier.BIRTH, "D.o.B.: 1988/05/07"),
    ("г.р. 07.05.1988", Identifier.BIRTH, "г.р. 07.05.1988"),
    ("b. 7 May 1988", Identifier.BIRTH, "b. 7 May 1988"),
    ("ad günü 7 may 1988", Identifier.BIRTH, "ad günü 7 may 1988"),
    ("doğulduğu tarix 07.05.1988", Identifier.BIRTH, "doğulduğu tarix 07.05.1988"),
    ("род. 14.06.69 в Баку", Identifier.BIRTH, "род. 14.06.69"),
    ("A., родилась в Баку 12.03.1985 и позднее", Identifier.BIRTH, "родилась в Баку 12.03.1985"),
    ("рождена 12.03.1985 и позже переехала", Identifier.BIRTH, "рождена 12.03.1985"),
    ("A., born 12.03.1985 – 04.05.2020 detained", Identifier.BIRTH, "born 12.03.1985"),
]
PLAIN = [
    "",
    "Between 01.01.2026 and 30.06.2026 the office received 34 complaints.",
    "01.01.2026-30.06.2026, 2026-01-01 – 2026-06-30, 2019-2020-2021-2022",
    "01.2023–12.2024, from 08.00-17.00 and 09.00-18.00 on weekdays, 0.12345678 of all",
    "1 000 000 000 manat were paid. Final decision of 12 March 2024.",
    "1 234 567 people crossed; 100 000 of them in 2025/2026.",
    "CMW/C/AZE/CO/3, A/HRC/39/14/Add.1, paragraph 42; HRI-2026-001.",
    "Articles 7.2.3 and 16(1)(c) ICCPR; COVID19; Law No. 27-L of 2013.",
    "AZN 100000, EUR 250000, AZN 1000000 cərimə, штраф RUB 500000, AZN250000000, USD-500000.",
    "OJ L 1234567 and OJ C 123456.",
    "AZN 1 000 000 000 a year, USD 12 000 000 000, EUR 1 000 000 000 000.",
    "The passport (Law 118-L of 2 July 2013) is returned; 12 000 000 passports; a residence permit 2024 2025.",
    "A work permit No 12 of 2024, passports number 12 000 000, point b. 7 May 1988 is the day, 3 kg @ 5.00 manat.",
    "iş icazəsi 12.03.2024, yaşayış icazəsi 2024 2025, удостоверение № 12 от 12.03.2024, 12345 человек",
    "Паспорта получили 150000 человек; PIN kodları 2025-ci ildən verilir.",
    "Telephone lines 24/7, the hotline 112, phone calls: 10 minutes; EU28 2004 2007 2013.",
    "A family born in the region, 12 of 40 households, 0.5 to 0.75 of the income.",
    "В 2024 году 12 жалоб; 2024-cü ildə 12 şikayət.",
]


@pytest.mark.parametrize(("text", "kind", "words"), SHOWING)
def test_an_identifier_is_found_with_its_kind_and_its_words(text, kind, words):
    assert [(found.kind, found.words) for found in identifiers_in(text)] == [(kind, words)]


@pytest.mark.parametrize("text", PLAIN)
def test_days_numbers_and_citations_are_none(text):
    assert identifiers_in(text) == []


def test_all_of_a_text_are_found_and_each_once():
    text = "a@example.org, b@example.org, a@example.org, +994501234567"
    found = [one.words for one in identifiers_in(text)]
    assert found == ["a@example.org", "b@example.org", "+994501234567"]


def test_a_long_text_of_figures_is_read_at_once():
    assert identifiers_in("0 " * 10_000 + "x" + "1 " * 10_000 + "A-" * 10_000) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Şikayəti Nümunəyev Nümunə Misal oğlu verib.", "Nümunəyev Nümunə Misal oğlu"),
        ("Nümunə Misal qızının işi", "Nümunə Misal qızının"),
        ("Namunayev Namuna Misal oglu came", "Namunayev Namuna Misal oglu"),
        ("Образцов Пример Примерович обратился", "Образцов Пример Примерович"),
        ("жалоба Образцовой Примеры Примеровны", "Образцовой Примеры Примеровны"),
        ("П. Примерович Образцов", "П. Примерович Образцов"),
        ("Образцов Пример Мисал оглы", "Образцов Пример Мисал оглы"),
        ("Mr. John Fisherman was held for a day.", "Mr. John Fisherman"),
        ("the child of Mrs Sample-Person", "Mrs Sample-Person"),
        ("Ms. S. Sample and another one", "Ms. S. Sample"),
        ("as Dr.Sample wrote", "Dr.Sample"),
        ("Cənab Nümunə Nümunəyevin şikayəti", "Cənab Nümunə Nümunəyevin"),
        ("xanım Nümunəyeva bildirib", "xanım Nümunəyeva"),
        ("Жалоба г-на Образцова на отказ", "г-на Образцова"),
        ("Г-жа П. Образцова обратилась", "Г-жа П. Образцова"),
        ("к господину Примеру Образцову", "господину Примеру Образцову"),
        ("госпожи Образцовой", "госпожи Образцовой"),
        ("г-н Образцов Пример Примерович обратился", "г-н Образцов Пример Примерович"),
        ("Nümunə küçəsi 12", "Nümunə küçəsi 12"),
        ("Nümunə küç., ev 5", "Nümunə küç., ev 5"),
        ("at 12 Sample Street", "12 Sample Street"),
        ("Sample Road, flat 7", "Sample Road, flat 7"),
        ("на ул. Примерной, д. 5", "ул. Примерной, д. 5"),
        ("в доме на улице Примерной, 12", "улице Примерной, 12"),
    ],
)
def test_the_name_of_a_person_and_the_address_of_a_house_are_likely(text, words):
    assert likely_people_in(text) == [words]
    assert identifiers_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *PLAIN,
        "The Ombudsman visited the Sample Street Centre.",
        "Miqrasiya Xidmətinin oğlu və qızı olan ailələrə 12 cavabı",
        "Суд по делу о лишении свободы; Областная больница; Гражданин Основного закона.",
        "На главной улице города 12 семей. Москвич обратился в Страсбург.",
        "Şəhərin küçələrində 12 ailə",
        "A doctor saw the Ms of the file; 12 drivers; MS Word. Mr. and Mrs. were left out.",
        "Bir xanım və bir cənab şikayət edib. Господин судья отказал, г-н тоже.",
        "Верховная Рада, Великая Отечественная, Московский областной суд",
    ],
)
def test_names_of_bodies_and_places_are_not(text):
    assert likely_people_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["ул. " + "А" * 20_000, "А" * 20_000, "Аб " * 6_000, "А-" * 10_000, "ул. Аб" + " " * 20_000],
)
def test_long_words_and_lists_of_names_are_read_through_once(text):
    """With names of any length, four hundred capitals took six seconds; so did blanks that two parts of a form may take."""
    start = process_time()
    assert likely_people_in(text) == []
    assert process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "Children born after 1 September 2010 and those born before 01.01.2026.",
        "01.09.2010 tarixindən sonra doğulmuş uşaqlar, 01.01.2026-dək doğulanlar, 01.01.2026-dan əvvəl anadan olanlar",
        "Дети, родившиеся после 1 сентября 2010 года, рожденные до 01.01.2026",
        "born between 1 January 1990 and 31 December 1995, between 01.01.1990 and 31.12.1995",
        "born on 1 January 1992 or later, born 01.01.1992 or earlier",
        "born no later than 1 January 1992, born not earlier than 1 January 1992",
        "born by 1 January 1992, born until 01.01.1992, born prior to 1 January 1992",
        "born from 1 January 1990 to 31 December 1995",
        "рождённые с 01.01.1990 по 31.12.1995",
        "рождённых с 1 января 1990 года по 31 декабря 1995 года, между 1 января 1990 и 31 декабря 1995",
        "рожденных не позднее 01.01.1992, рожденных не ранее 1 января 1992 года",
        "рожденные 1 января 1992 года и позднее, рожденные 01.01.1992 или ранее",
        "01.01.1990–31.12.1995-ci illərdə doğulmuş, 1 yanvar 1990 - 31 dekabr 1995-ci illərdə doğulmuş",
        "persons born 1 January 2000 or younger, persons born up to 31 December 2005 and as of 1 January 2010",
        "born in the period 1 September 2010 to 31 August 2011; лица 01.01.2000 года рождения и старше",
        "01.01.2000 və 31.12.2005 arasında, 1 yanvar 2000 ilə 31 dekabr 2005 arasında doğulmuş uşaqlar",
        "1 sentyabr 2010-cu il və sonra doğulmuş uşaqlar, 01.01.2000-dən 31.12.2005-dək doğulmuş uşaqlar",
        "1 yanvar 1992-ci il tarixindən etibarən doğulmuş uşaqlar; doğum müavinəti 01.01.2026-dan etibarən verilir",
    ],
)
def test_a_day_that_parts_a_whole_group_is_no_day_of_birth(text):
    assert identifiers_in(text) == []
