"""The papers of a person are found by their words and numbers, accounts by their network, and addresses with blanks.

Numbers of laws, of articles and of cases are none.
"""

from time import process_time

import pytest

from rights.identifiers import Identifier, identifiers_in

SHOWING = [
    (
        "By order of the migration service her work permit No. 45123 was cancelled.",
        Identifier.DOCUMENT,
        "work permit No. 45123",
    ),
    (
        "The rules on residence were applied although she had residence permit No. 45123.",
        Identifier.DOCUMENT,
        "residence permit No. 45123",
    ),
    ("приказ об отмене её разрешения на работу № 45123", Identifier.DOCUMENT, "разрешения на работу № 45123"),
    ("постановление о выдворении владельца паспорта № 45123", Identifier.DOCUMENT, "паспорта № 45123"),
    ("ask @rights_ombudsman_witness", Identifier.ACCOUNT, "@rights_ombudsman_witness"),
    ("Telegram: samplename", Identifier.ACCOUNT, "Telegram: samplename"),
    ("Ask (Telegram: sample_name).", Identifier.ACCOUNT, "Telegram: sample_name"),
    ("телеграм: samplename", Identifier.ACCOUNT, "телеграм: samplename"),
    ("Instagram hesabı: @sample.name", Identifier.ACCOUNT, "Instagram hesabı: @sample.name"),
    ("миграционная карта 4618 № 1234567", Identifier.DOCUMENT, "миграционная карта 4618 № 1234567"),
    ("миграционной картой № 4618", Identifier.DOCUMENT, "миграционной картой № 4618"),
    ("РВП № 123/2024", Identifier.DOCUMENT, "РВП № 123/2024"),
    ("ВНЖ № 82 1234567", Identifier.DOCUMENT, "ВНЖ № 82 1234567"),
    ("ВНЖ № 12345", Identifier.DOCUMENT, "ВНЖ № 12345"),
    ("видом на жительство номер 4512", Identifier.DOCUMENT, "видом на жительство номер 4512"),
    ("свидетельство о рождении № 4512", Identifier.DOCUMENT, "свидетельство о рождении № 4512"),
    ("müvəqqəti yaşama icazəsi № 4455123", Identifier.DOCUMENT, "yaşama icazəsi № 4455123"),
    ("müvəqqəti yaşama icazəsinin nömrəsi 4455", Identifier.DOCUMENT, "yaşama icazəsinin nömrəsi 4455"),
    ("4455 nömrəli müvəqqəti yaşama icazəsi", Identifier.DOCUMENT, "4455 nömrəli müvəqqəti yaşama icazə"),
    ("qaçqın vəsiqəsi 00912", Identifier.DOCUMENT, "vəsiqəsi 00912"),
    ("asylum seeker card 00912", Identifier.DOCUMENT, "asylum seeker card 00912"),
    ("asylum-seeker's certificate No. 4512", Identifier.DOCUMENT, "asylum-seeker's certificate No. 4512"),
    (
        "Her residence permit of last year, No 45123",
        Identifier.DOCUMENT,
        "residence permit of last year, No 45123",
    ),
    ("ali . sample @ mail . az", Identifier.EMAIL, "ali . sample @ mail . az"),
    ("sample(at)mail.az", Identifier.EMAIL, "sample(at)mail.az"),
    ("sample (at) mail . az", Identifier.EMAIL, "sample (at) mail . az"),
    ("Passports number 1234567 and 7654321", Identifier.DOCUMENT, "Passports number 1234567"),
    ("Passports No. 1234567", Identifier.DOCUMENT, "Passports No. 1234567"),
    ("удостоверение номер 150000", Identifier.DOCUMENT, "удостоверение номер 150000"),
    ("iş icazəsi nömrəsi 12345, 7 nəfər", Identifier.DOCUMENT, "iş icazəsi nömrəsi 12345"),
    ("phone number 1990 200", Identifier.PHONE, "phone number 1990 200"),
    ("VÖEN 1403456782 (his)", Identifier.DOCUMENT, "VÖEN 1403456782"),
    ("Birth: July 5, 1991", Identifier.BIRTH, "Birth: July 5, 1991"),
    ("July 5, 1991 (date of birth)", Identifier.BIRTH, "July 5, 1991 (date of birth"),
    ("July 5, 1991, the applicant was born", Identifier.BIRTH, "July 5, 1991, the applicant was born"),
    ("год рождения: 5 июля 1991", Identifier.BIRTH, "рождения: 5 июля 1991"),
    ("5 июля 1991 г. (дата рождения)", Identifier.BIRTH, "5 июля 1991 г. (дата рождения"),
    ("5 июля 1991 года рождения", Identifier.BIRTH, "5 июля 1991 года рожд"),
    ("1991-ci il iyulun 5-i, doğum günü", Identifier.BIRTH, "1991-ci il iyulun 5-i, doğum gün"),
]


@pytest.mark.parametrize(("text", "kind", "words"), SHOWING)
def test_papers_accounts_and_days_of_birth_are_named(text, kind, words):
    assert [(one.kind, one.words[: len(words)]) for one in identifiers_in(text)] == [(kind, words)]


HARMLESS = [
    "Write to @ombudsman.",
    "facebook.com/OmbudsmanAz",
    "Law No. 713-IVQ of 2 July 2013 on the migration code, residence permits and work permits",
    "Law on the identity card No. 1234 of 14 June 1994",
    "Law on passports No. 813",
    "Order on the form of the asylum seeker card No. 4512",
    "The residence permit is issued under Decree No. 4563.",
    "Residence permits: 4500 in 2024, 5213 in 2025.",
    "1200 work permits and 3000 residence permits were refused.",
    "The passport is issued for 10 years; the passports of 1994 are void.",
    "A residence permit (Article 1234 of the Code) ends after 6 months.",
    "The refugee certificate, form No. 1951, was approved in 2001.",
    "The travel document of the 1951 Convention, 189 UNTS 137, No. 2545",
    "Identity card rules approved by Resolution No. 1175 of 2020",
    "Birth certificate: Article 165 of the Family Code, 28 December 1999",
    "A work permit costs 1000 manat, a residence permit 60 manat.",
    "Driving licence: Directive 2006/126/EC, OJ L 403, 30.12.2006",
    "The migration card replaces the form approved on 12 March 2010, No. 4618.",
    "Births were registered by the act of 5 July 1991.",
    "On July 5, 1991, the law on citizenship was adopted.",
    "Birth registration: resolution of 5 July 1991",
    "The birth rate fell; the law of July 5, 1991 was repealed.",
    "Şəxsiyyət vəsiqəsi haqqında 1994-cü il 14 iyun tarixli 817 nömrəli Qanun",
    "“Pasport haqqında” 2010-cu il 12 mart tarixli 1234 nömrəli Qanun",
    "Nazirlər Kabinetinin 1234 nömrəli Qərarı ilə təsdiq edilmiş vəsiqə",
    "Yaşayış icazəsi haqqında 4455 saylı Fərman",
    "Müvəqqəti yaşama icazəsi Məcəllənin 45-ci maddəsinə əsasən verilir.",
    "Müvəqqəti yaşama icazəsi haqqında Qayda, qərar № 4455",
    "İş icazəsi olmadan 2024-cü ildə 4500 nəfər işləyib.",
    "2025-ci ildə 12450 yaşayış icazəsi verilib.",
    "Yaşayış icazələri: 2024-cü ildə 4500, 2025-ci ildə 5200.",
    "“Qaçqınların statusu haqqında” 668-IQ nömrəli Qanun",
    "Doğum haqqında şəhadətnamə Ailə Məcəlləsinin 165-ci maddəsinə uyğundur.",
    "Qanun 1991-ci il iyulun 5-də qəbul edilib, doğum qeydiyyatı dəyişib.",
    "Закон «О паспорте» № 1234 от 12 марта 2010 года",
    "Закон о виде на жительство № 1234",
    "Приказ об утверждении формы миграционной карты № 4618",
    "Миграционная карта заполняется по форме № 1234.",
    "Вид на жительство выдаётся согласно постановлению № 4512.",
    "Удостоверения личности: 4500 в 2024 году.",
    "Паспорт образца 1974 года действителен.",
    "РВП и ВНЖ выдаются по Закону № 115-ФЗ от 25.07.2002.",
    "ВНЖ в 2024 году получили 4500 человек.",
    "Свидетельство о рождении, статья 1234 Кодекса",
    "Собрание законодательства, 2013, № 11, ст. 1274; паспорт не требуется.",
    "Постановление о рождении и отцовстве от 5 июля 1991 года",
    "5 июля 1991 года принят закон о рождении.",
    "Network: Telegram channels and Facebook: three pages were blocked.",
    "Telegram: доступ ограничен. Instagram: 5 000 posts.",
    "The session (at) Geneva. A report follows.",
    "Residence permits number 150000 in 2024.",
    "Passports number 1200000",
    "В 2024 году удостоверений номер 150000",
    "iş icazəsi nömrəsi 12345 nəfər",
    "phone number 1990 2000 2010",
    "Write to @ombudsman or @OmbudsmanAz, facebook.com/OmbudsmanAz, Instagram: ombudsman_az.",
    "VÖEN 1403 456 782 (company), VÖEN 1403456782 (şirkət), ИНН 1403456782 (компания)",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_sentence_of_law_about_papers_births_and_networks_names_nobody(text):
    assert identifiers_in(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "паспорт ",
        "паспортов номер ",
        "@a.b-",
        "1234 567 ",
        "ИНН 1 ",
        "a . ",
        "Law on the ",
        "birth ",
        "1234 nömrəli ",
        "5 июля 1991 года, ",
    ],
)
def test_a_long_text_is_read_through_once(piece):
    start = process_time()
    identifiers_in(piece * 2_000)
    assert process_time() - start < 2
