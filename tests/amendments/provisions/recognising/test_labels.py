"""Case tables of line beginnings: what they introduce, under which number, and what is left as words."""

from time import process_time

import pytest

from amendments.provisions.english_scheme import CONVENTIONS as ENGLISH
from amendments.provisions.recognising.recogniser import Recogniser
from amendments.provisions.russian_scheme import CONVENTIONS as RUSSIAN
from azerbaijan.schemes import CONVENTIONS as AZERBAIJANI

AZ, EN, RU = Recogniser(AZERBAIJANI), Recogniser(ENGLISH), Recogniser(RUSSIAN)


@pytest.mark.parametrize(
    ("reader", "line", "kind", "number", "words"),
    [
        (AZ, "FƏSİL 1", "chapter", "1", ""),
        (AZ, "I fəsil", "chapter", "I", ""),
        (AZ, "1-ci fəsil", "chapter", "1", ""),
        (AZ, "1 -ci fəsil", "chapter", "1", ""),
        (AZ, "1-ci fəsil Ümumi müddəalar", "chapter", "1", "Ümumi müddəalar"),
        (AZ, "Fəsil I", "chapter", "I", ""),
        (AZ, "I F Ə S İ L", "chapter", "I", ""),
        (AZ, "F Ə S İ L 14", "chapter", "14", ""),
        (AZ, "I I f ə s i l", "chapter", "II", ""),
        (AZ, "X V I   f ə s i l. Ad", "chapter", "XVI", "Ad"),
        (AZ, "I V fəsil", "chapter", "IV", ""),
        (AZ, "F Ə S İ L  1 2", "chapter", "12", ""),
        (AZ, "B İ R İ N C İ  B Ö L M Ə", "section", "BİRİNCİ", ""),
        (AZ, "M a d d ə   1 0 . Ad", "article", "10", "Ad"),
        (AZ, "## M a d d ə   1 1 - 1 . Ad", "article", "11-1", "Ad"),
        (EN, "Article 333 H", "article", "333 H", ""),
        (EN, "P A R T  T W O", "section", "TWO", ""),
        (EN, "C H A P T E R  I X  L A M P S", "chapter", "IX", "L A M P S"),
        (RU, "Г л а в а  1 2", "chapter", "12", ""),
        (EN, "Article\u200212\u2003Name", "article", "12", "Name"),
        (EN, "(a)\u3000name", "point", "a", "name"),
        (AZ, "FƏSİL 14 [114]", "chapter", "14", ""),
        (AZ, "VII-I fəsil", "chapter", "VII-I", ""),
        (AZ, "Altıncı fəsil", "chapter", "Altıncı", ""),
        (AZ, "İyirmi birinci fəsil", "chapter", "İyirmi birinci", ""),
        (AZ, "I fəsil. Ümumi müddəalar", "chapter", "I", "Ümumi müddəalar"),
        (AZ, "fesil 3", "chapter", "3", ""),
        (AZ, "FESIL 3", "chapter", "3", ""),
        (AZ, "I BÖLMƏ", "section", "I", ""),
        (AZ, "Birinci bölmə", "section", "Birinci", ""),
        (AZ, "BIRINCI BOLME", "section", "BIRINCI", ""),
        (AZ, "§ 2. Qiymətlər", "division", "2", "Qiymətlər"),
        (AZ, "§2", "division", "2", ""),
        (AZ, "Maddə 12. Ad", "article", "12", "Ad"),
        (AZ, "Maddə\xa012\xa0.\xa0Ad", "article", "12", "Ad"),
        (AZ, "M a d d ə 12. Ad", "article", "12", "Ad"),
        (AZ, "M a dd ə 12. Ad", "article", "12", "Ad"),
        (AZ, "MADDƏ 12", "article", "12", ""),
        (AZ, "Madde 12. Ad", "article", "12", "Ad"),
        (AZ, "Maddə 12 – Ad", "article", "12", "Ad"),
        (AZ, "Maddə 12 Ad", "article", "12", "Ad"),
        (AZ, "Maddə 12-1. Ad", "article", "12-1", "Ad"),
        (AZ, "Maddə 12–1. Ad", "article", "12–1", "Ad"),
        (AZ, "Maddə 12¹. Ad", "article", "12¹", "Ad"),
        (AZ, "Maddə 12[5]. Ad", "article", "12", "Ad"),
        (AZ, "Maddə 298 ləğv edilmişdir.", "article", "298", "ləğv edilmişdir."),
        (AZ, "- Maddə 12. Ad", "article", "12", "Ad"),
        (AZ, "- 9.3.4-1. mətn", "part", "9.3.4-1", "mətn"),
        (AZ, "•\t9.3. mətn", "part", "9.3", "mətn"),
        (AZ, "– 10) mətn", "point", "10", "mətn"),
        (AZ, "* **9.3.** mətn", "part", "9.3", "mətn"),
        (AZ, "- [3] • Maddə 12. Ad", "article", "12", "Ad"),
        (AZ, "9.3.4-1. mətn", "part", "9.3.4-1", "mətn"),
        (AZ, "119-1.1. mətn", "part", "119-1.1", "mətn"),
        (AZ, "10.1.1 . mətn", "part", "10.1.1", "mətn"),
        (AZ, "55.0.13 Mətn", "part", "55.0.13", "Mətn"),
        (AZ, "102.7-1.Mətn", "part", "102.7-1", "Mətn"),
        (AZ, "3.0. Mətn", "part", "3.0", "Mətn"),
        (AZ, "IV. Mətn", "part", "IV", "Mətn"),
        (AZ, "2-1. Mətn", "part", "2-1", "Mətn"),
        (AZ, "ç) mətn", "point", "ç", "mətn"),
        (AZ, "a-1) mətn", "point", "a-1", "mətn"),
        (AZ, "10) mətn", "point", "10", "mətn"),
        (AZ, "Qeyd: mətn", "note", "", "mətn"),
        (AZ, "QEYD. mətn", "note", "", "mətn"),
        (AZ, "Qeyd 2. mətn", "note", "2", "mətn"),
        (AZ, "1 nömrəli əlavə", "annex", "1", ""),
        (AZ, "2-ci əlavə", "annex", "2", ""),
        (AZ, "Əlavə № 3", "annex", "3", ""),
        (AZ, "ƏLAVƏ", "annex", "", ""),
        (AZ, "KEÇİD MÜDDƏALARI", "section", "", "KEÇİD MÜDDƏALARI"),
        (EN, "Article 12. Scope", "article", "12", "Scope"),
        (EN, "ARTICLE XII", "article", "XII", ""),
        (EN, "Article 6a – Scope", "article", "6a", "Scope"),
        (EN, "Chapter One", "chapter", "One", ""),
        (EN, "CHAPTER TWENTY-FIRST", "chapter", "TWENTY-FIRST", ""),
        (EN, "PART I – GENERAL", "section", "I", "GENERAL"),
        (EN, "Section 3", "section", "3", ""),
        (EN, "(1) text", "part", "1", "text"),
        (EN, "(a) text", "point", "a", "text"),
        (EN, "Schedule 1", "annex", "1", ""),
        (EN, "Note: text", "note", "", "text"),
        (RU, "Статья 12.1. Порты", "article", "12.1", "Порты"),
        (RU, "С т а т ь я 5", "article", "5", ""),
        (RU, "ГЛАВА ПЕРВАЯ", "chapter", "ПЕРВАЯ", ""),
        (RU, "1-я глава", "chapter", "1", ""),
        (RU, "Раздел II. Порты", "section", "II", "Порты"),
        (RU, "Примечания:", "note", "", ""),
        (RU, "б) текст", "point", "б", "текст"),
        (RU, "Приложение № 2", "annex", "2", ""),
        (AZ, "(aa) mətn", "point", "aa", "mətn"),
        (AZ, "(AA) mətn", "point", "AA", "mətn"),
        (EN, "(ab) text", "point", "ab", "text"),
        (EN, "(II) text", "point", "II", "text"),
        (AZ, "İ. Ümumi müddəalar", "part", "İ", "Ümumi müddəalar"),
        (AZ, "İ. mətn.", "part", "İ", "mətn."),
    ],
)
def test_the_beginning_of_a_line(reader, line, kind, number, words):
    label = reader.read(line)
    assert label is not None
    assert (label.kind, label.number, line[label.end :]) == (kind, number, words)


@pytest.mark.parametrize(
    ("reader", "line"),
    [
        (AZ, "Maddə 12 və 13-cü maddələr ləğv edilsin."),
        (AZ, "Maddə 5-də göstərilən hallar"),
        (AZ, "5-ci maddə Azərbaycan Respublikasında tətbiq edilir."),
        (AZ, "I fəsildə nəzərdə tutulan hallar"),
        (AZ, "Qeydiyyat aparılır."),
        (AZ, "Əlavə olunmuş sənədlər"),
        (AZ, "12.05.2014 tarixindən"),
        (AZ, "0,07 manat"),
        (AZ, "- Maddə 5 Azərbaycan"),
        (AZ, "– Qeyd: mətn"),
        (AZ, "-5. mətn"),
        (AZ, "İlham UYDURMA,"),
        (AZ, "və) sözləri"),
        (AZ, "(AB) normaları tətbiq edilir."),
        (AZ, "(Aİ) standartları tətbiq edilir."),
        (RU, "(ЕС) нормы применяются."),
        (EN, "(EU) rules apply."),
        (AZ, "İ. Quliyev təsdiq edir."),
        (AZ, "İ.Quliyev təsdiq edir."),
        (EN, "Article 5 of this Law applies."),
        (EN, "Chapter 5 applies."),
        (EN, "Note that this is text."),
        (RU, "Статья 5 настоящего Кодекса"),
        (RU, "Глава государства"),
    ],
)
def test_lines_of_words(reader, line):
    assert reader.read(line) is None


def test_a_letter_may_be_a_roman_numeral_only_where_such_lists_are_printed():
    assert [reading.style for reading in EN.read("(i) text").readings] == ["small letter()", "small roman()"]
    assert [reading.style for reading in AZ.read("i) mətn").readings] == ["small letter)"]


@pytest.mark.parametrize(
    ("text", "is_repealed"), [("ləğv edilmişdir.", True), ("(Ləğv edilmişdir)", True), ("Ləğv etmə", False)]
)
def test_repealed_wording(text, is_repealed):
    assert AZ.is_repealed(text) is is_repealed


@pytest.mark.parametrize("line", ["1.01. mətn", "05. mətn", "(1. mətn", "q2) mətn"])
def test_numbers_that_no_act_prints(line):
    assert AZ.read(line) is None


@pytest.mark.parametrize("line", ["1" + " " * 90_000 + "x", "a" + "\xa0" * 90_000 + "b"])
def test_a_long_row_of_spaces_is_read_at_once(line):
    """It took minutes: two gaps side by side tried every division of the spaces."""
    begun = process_time()
    AZ.read(line)
    assert process_time() - begun < 2
