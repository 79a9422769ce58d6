"""How Azerbaijani acts are printed: words of the headings, numerals, signature and lists at the end."""

from amendments.provisions.conventions import Citation, Cited, Conventions, HeadingWord, compound_numerals
from amendments.provisions.messages import message as _
from amendments.provisions.numbering import NumberingScheme
from amendments.provisions.tree import Kind

_UNITS = {
    "birinci": 1,
    "ikinci": 2,
    "üçüncü": 3,
    "dördüncü": 4,
    "beşinci": 5,
    "altıncı": 6,
    "yeddinci": 7,
    "səkkizinci": 8,
    "doqquzuncu": 9,
}
_TENS = {
    "on": 10,
    "iyirmi": 20,
    "otuz": 30,
    "qırx": 40,
    "əlli": 50,
    "altmış": 60,
    "yetmiş": 70,
    "səksən": 80,
    "doxsan": 90,
}
_WHOLE_TENS = {
    "onuncu": 10,
    "iyirminci": 20,
    "otuzuncu": 30,
    "qırxıncı": 40,
    "əllinci": 50,
    "altmışıncı": 60,
    "yetmişinci": 70,
    "səksəninci": 80,
    "doxsanıncı": 90,
}
_UNIT_ENDINGS = dict(zip("123456789", ("ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu"), strict=True))
_TEN_ENDINGS = dict(zip("123456789", ("cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı"), strict=True))


def ordinal(number: str) -> str:
    """The ordinal suffix, which follows the sound of the last number: 3-cü, 6-cı, 9-cu, 12-1-ci; "" after letters."""
    digits = number[len(number.rstrip("0123456789")) :]
    if not digits:
        return ""
    if digits.strip("0") == "":
        return "-cı"  # sıfırıncı
    if digits[-1] != "0":
        return "-" + _UNIT_ENDINGS[digits[-1]]
    if digits[-2] != "0":
        return "-" + _TEN_ENDINGS[digits[-2]]
    return "-cü" if digits[-3] != "0" else "-ci"  # yüzüncü, mininci


CONVENTIONS = Conventions(
    country="az",
    country_name=_("Azerbaijan"),
    language="az",
    headings=(
        HeadingWord(
            Kind.ANNEX, ("nömrəli əlavə", "saylı əlavə", "əlavə", "əlavələr"), rank=-2, stands_alone=True
        ),
        HeadingWord(Kind.SECTION, ("bölmə",), rank=1),
        HeadingWord(Kind.CHAPTER, ("fəsil",), rank=2),
        HeadingWord(Kind.DIVISION, ("§", "§§"), rank=3, may_be_article=True),
        HeadingWord(Kind.DIVISION, ("paraqraf",), rank=3),
        HeadingWord(Kind.ARTICLE, ("maddə", "madda")),  # official texts contain this misprint
    ),
    usual={
        Kind.ANNEX: "{number} nömrəli əlavə\n\n{heading}",
        Kind.SECTION: "{number} BÖLMƏ\n\n{heading}",
        Kind.CHAPTER: "FƏSİL {number}\n\n{heading}",
        Kind.DIVISION: "§ {number}. {heading}",
        Kind.ARTICLE: "Maddə {number}. {heading}",
        Kind.NOTE: "Qeyd: {text}",
    },
    usual_roman={Kind.CHAPTER: "{number} FƏSİL\n\n{heading}"},
    citation=Citation(
        {
            Kind.ANNEX: Cited("{number} nömrəli əlavə", "{number} nömrəli əlavənin", "əlavə", "əlavənin"),
            Kind.SECTION: Cited("{number}{ordinal} bölmə", "{number}{ordinal} bölmənin"),
            Kind.CHAPTER: Cited("{number}{ordinal} fəsil", "{number}{ordinal} fəslin"),
            Kind.DIVISION: Cited("{number}{ordinal} paraqrafı", "{number}{ordinal} paraqrafının"),
            Kind.ARTICLE: Cited("{number}{ordinal} maddə", "{number}{ordinal} maddənin"),
            Kind.PART: Cited("{number}{ordinal} hissəsi", "{number}{ordinal} hissəsinin"),
            Kind.POINT: Cited("{number}{ordinal} bəndi", "{number}{ordinal} bəndinin"),
            Kind.SUBPOINT: Cited("{number}{ordinal} yarımbəndi", "{number}{ordinal} yarımbəndinin"),
            Kind.NOTE: Cited("qeydi", "qeydinin"),
            Kind.TABLE: Cited(
                "{number}{ordinal} cədvəli", "{number}{ordinal} cədvəlinin", "cədvəli", "cədvəlinin"
            ),
            Kind.ROW: Cited("{number}{ordinal} sətri", "{number}{ordinal} sətrinin", "sətir"),
        },
        outer_first=True,
        letter="“{}”",
    ),
    alphabet="abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    folds={  # typed without Azerbaijani letters, or with Cyrillic ones that look alike
        "ə": "e",
        "ә": "e",
        "ö": "o",
        "ü": "u",
        "ç": "c",
        "ş": "s",
        "ğ": "g",
        "е": "e",
        "а": "a",
        "о": "o",
        "с": "c",
        "і": "i",
        "х": "x",
    },
    ordinal=ordinal,
    short={"m": Kind.ARTICLE, "f": Kind.CHAPTER},
    cites_number_first=True,
    acts=("məcəllə", "qanun", "konstitusiya", "əsasnamə", "fərman", "qayda"),
    own=("bu", "hazırkı"),
    paragraphs=("abzas",),
    levels={"hissə": Kind.PART, "bənd": Kind.POINT, "yarımbənd": Kind.SUBPOINT},
    ordinal_endings=("-ci", "-cı", "-cu", "-cü"),
    numeral_words=compound_numerals(_TENS, _WHOLE_TENS, _UNITS),
    untitled=("ümumi hissə", "xüsusi hissə", "keçid müddəaları", "yekun müddəalar", "ümumi müddəalar"),
    notes=("qeyd", "qeydlər"),
    row_numbers=(
        "№",
        "n",
        "s/s",
        "s/№",
        "sıra",
        "sıra №",
        "sıra №-si",
        "sıra sayı",
        "sıra nömrəsi",
        "nömrə",
        "bənd",
    ),
    annex_owners=(
        "qanununa",
        "məcəlləsinə",
        "fərmanına",
        "sərəncamına",
        "qərarına",
        "əsasnaməsinə",
        "qaydalarına",
    ),
    contents=("mündəricat", "içindəkilər"),
    approvals=("təsdiq edilmişdir", "təsdiq edilib", "təsdiq olunmuşdur", "təsdiq olunub"),
    approval_is_last=True,
    apparatus=(
        "mənbə sənədlərinin siyahısı",
        "dəyişiklik və əlavələrin siyahısı",
        "dəyişikliklərin siyahısı",
    ),
    offices=("prezidenti", "prezident", "baş naziri", "baş nazir", "naziri", "sədri", "sədr", "rəisi"),
    enacting=("qərara alır", "qərara alıram", "əmr edirəm"),
    number_signs=("№", "n:", "no"),
    repealed=("ləğv edilmişdir", "ləğv edilib", "ləğv olunmuşdur", "çıxarılmışdır", "qüvvədən düşmüşdür"),
)

SCHEMES = (NumberingScheme(CONVENTIONS),)
