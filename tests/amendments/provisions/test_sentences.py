from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from amendments.provisions.sentences import paragraphs, sentences

# Each case is the text with "|" where one sentence ends and the next begins.
ENGLISH = [
    "One sentence without a stop",
    "is considered undesirable;",
    "The appeal is free.| It does not suspend the decision.",
    "One.| Two!| Three?| Four",
    "See Art. 5 of the Code.| It applies.",
    "See para. 2 and sec. 4.| The rest is free.",
    "Sec. 4 applies.| Sch. II and para. (b) do too.| So do arts. 5 and 6.",
    "Ends in Article 5.| The next begins.",
    "This is the state of the art.| The next begins.",
    "No. 5 applies.| Is it final? |No.| The rule stands.",
    "Mr. X and Dr. Y came.| They left.",
    "Signed by A. Marin.| Sealed.",
    "Signed by A. B. Marin and A.B. Marin.| Sealed.",
    "Annex A.| The form is free.",
    "He is in category B.| She is not.",
    "Vehicles weigh 1.5 t.| They stop after 1.5 km.| They are fined 2,500.50 manat.",
    "Open until 5 p.m.| The Service decides.",
    "Fees, taxes, etc.| The rest is free.",
    "Fees, taxes, etc. and the rest are free.",
    "The authority (ministries, etc.) Decides alone.",
    "Lists (a, b, etc.) follow.| “So it is.”| Then more.",
    "E.g. the Service decides, i.e. The Director.",
    "He asked: “May I stay?”| Nobody answered.",
    "He asked: “May I stay?” and left.",
    "He said: “First. Second.”| Nobody answered.",
    "“First. Second.” is deleted.| Then more.",
    "“First.| Second.”| Then more.",
    "“First.| Second.”.",
    "(See Art. 5.| It applies.)| Then more.",
    "The fee (5 manat. Paid once) is low.| Next.",
    "It ends here (see Article 5).| Next.",
    "It ends here [see Article 5.]| Next.",
    "Wait...| Then go…| He left …",
    "… The text goes on.| It ends.",
    "The Law (…) The Service decides.| It ends.",
    "Conditions: 1. Age.| 2. Income.| Then more.",
    "Conditions: 1. Age; 2. Income; 3. Health.| Then more.",
    "Conditions apply.| a) Age; b) income.",
    "1.2. The law applies to all.",
    "12-1. Passports are not kept.| They are returned.",
    "1. First point.| 2 days later.",
    "IV. The last part.| It ends.",
    "a. The last point.| It ends.",
    "Article 5. The Service decides.| It pays.",
    "As articles L. 121-1 and R. 12 say.| It ends.",
    "It pays.| § 5 says so.| So does § 6.",
    "Paid on 1 Jan. 2020 and 01.02.2020.| Next.",
    "First paragraph|\nsecond paragraph",
    "a crossing|\t10 coins.|\tFree of charge",
]
AZERBAIJANI = [
    "Bu müddət 15 gündür.| Əcnəbi qeydiyyata alınır.",
    "Sənədlər və s. əlavə edilir.| İcazə verilir.",
    "Rənglər və s.| Bu Qanun tətbiq edilir.",
    "Rənglər v.s.| Bu Qanun tətbiq edilir.",
    "Müddət 2.5 ildir.| O uzadılmır!",
    "Müddət beş il.| Cərimə yüz min.| Qərar son.",
    "Maddə 5 b. Şəxs müraciət edir.| Qərar verilir.",
    "Bu Qanunun m. 12.3 və b. 2 tətbiq edilir.| İcazə verilir.",
    "Maddə 12.3. Şəxs müraciət edir.| İcazə verilir.",
    "Əlavə A.| Şəxs müraciət edir.",
    "500.000 manat.| Digər hallar.",
    "Qərar (bax. maddə 5 b.) Nazirlikdə saxlanılır.| Son.",
    "Ünvan: Bakı ş. Nizami küç. 5.| Qəbul günləri göstərilir.",
    "Prof. Əliyev və A. Məmmədov iştirak edir.| Son.",
    "Cərimə 5 mln. Azərbaycan manatıdır.| O ödənilir.",
    "Qanunun 5-ci maddəsi.| 6-cı maddə.",
    "Nazir deyir: “Birinci. İkinci.”| Sonra gedir.",
    "“Birinci cümlə. İkinci cümlə.” sözləri çıxarılsın.| Son.",
    "Əcnəbi soruşur: «Qala bilərəm?»| Cavab verilmir.",
]
RUSSIAN = [
    "Срок исчисляется по ст. 5 и п. 3.| Он не продлевается.",
    "Паспорта, визы и т.д.| Порядок устанавливается законом.",
    "Паспорта, визы и т. д.| Порядок устанавливается законом.",
    "Паспорта, визы и т. п. прилагаются.| Порядок устанавливается законом.",
    "Паспорта и др.| Порядок устанавливается законом.",
    "Закон от 2 июля 2013 г. № 713 действует.| Он опубликован.",
    "Принят в 2013 г.| Порядок изменён.",
    "Житель г. Баку подаёт заявление.| Он платит.",
    "Штраф 5 тыс. Азербайджанских манатов, в т. ч. НДС.| Он платит.",
    "Согласно гл. II и ч. 3 ст. 12.| Далее по тексту.",
    "Приложение А.| Форма прилагается.",
    "Подписал А. И. Иванов.| Печать.",
    "Министр г-н Иванов решает (см. ст. 5).| Далее.",
    "Подпункт д.| Следующий пункт.",
]


@pytest.mark.parametrize("marked", [*ENGLISH, *AZERBAIJANI, *RUSSIAN])
def test_legal_prose_is_cut_into_sentences(marked):
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == [s.strip() for s in marked.split("|")]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_holds_no_sentence(text):
    assert sentences(text) == []


def test_sentences_are_counted_between_two_places():
    text = "One. Two.\nThree. Four."
    assert sentences(text, 5, 16) == [(5, 9), (10, 16)]


def test_paragraphs_are_lines():
    assert paragraphs("One.\n\nTwo.") == [(0, 4), (5, 5), (6, 10)]


_PIECES = ["A", "b", "1", " ", " ", ".", "!", "…", "\n", "“", "”", '"', "(", ")", "ə", ";", ":", "И", "V"]
_WORDS = ["Art", "etc", "və s", "т. д", "Mr", "м", "The", "Maddə", "2.5", "\xa0", "№", "г", "Annex"]


@given(st.lists(st.sampled_from([*_PIECES, *_WORDS]), max_size=40).map("".join))
def test_the_sentences_and_the_spaces_between_them_are_the_text(text):
    places = sentences(text)
    edges = [0, *(edge for place in places for edge in place), len(text)]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    assert "".join(pieces) == text
    assert not any(between.strip() for between in pieces[::2])
    for sentence in pieces[1::2]:
        assert sentence == sentence.strip() != ""
        assert "\n" not in sentence
