"""Acts in Russian, of any country that has no scheme of its own."""

from amendments.provisions.conventions import Citation, Cited, Conventions, HeadingWord, compound_numerals
from amendments.provisions.numbering import NumberingScheme
from amendments.provisions.tree import Kind

_STEMS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат"
)
_SOFT = {"трет": ("ий", "ья", "ье")}
_TENS = {"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70}
_ORDINAL_TENS = {
    "двадцат": 20,
    "тридцат": 30,
    "сороков": 40,
    "пятидесят": 50,
    "шестидесят": 60,
    "семидесят": 70,
}


def _endings(stem: str) -> tuple[str, ...]:
    return _SOFT.get(stem, ("ый", "ой", "ая", "ое"))


_UNITS = {stem + ending: value for value, stem in enumerate(_STEMS.split(), 1) for ending in _endings(stem)}
_WHOLE_TENS = {
    stem + ending: value for stem, value in _ORDINAL_TENS.items() for ending in ("ый", "ой", "ая", "ое")
}

CONVENTIONS = Conventions(
    country="",
    language="ru",
    headings=(
        HeadingWord(Kind.ANNEX, ("приложение", "приложения"), rank=-2, stands_alone=True),
        HeadingWord(Kind.SECTION, ("книга",), rank=0),
        HeadingWord(Kind.SECTION, ("часть",), rank=1),
        HeadingWord(Kind.SECTION, ("раздел",), rank=2),
        HeadingWord(Kind.SECTION, ("подраздел",), rank=3),
        HeadingWord(Kind.CHAPTER, ("глава",), rank=4),
        HeadingWord(Kind.DIVISION, ("§", "§§"), rank=5, may_be_article=True),
        HeadingWord(Kind.DIVISION, ("параграф",), rank=5),
        HeadingWord(Kind.ARTICLE, ("статья", "статьи")),
    ),
    usual={
        Kind.ANNEX: "Приложение № {number}\n\n{heading}",
        Kind.SECTION: "Раздел {number}. {heading}",
        Kind.CHAPTER: "Глава {number}. {heading}",
        Kind.DIVISION: "§ {number}. {heading}",
        Kind.ARTICLE: "Статья {number}. {heading}",
        Kind.NOTE: "Примечание. {text}",
    },
    citation=Citation(
        {
            Kind.ANNEX: Cited("приложение № {number}", "приложения № {number}", "приложение", "приложения"),
            Kind.SECTION: Cited("раздел {number}", "раздела {number}"),
            Kind.CHAPTER: Cited("глава {number}", "главы {number}"),
            Kind.DIVISION: Cited("§ {number}", "§ {number}"),
            Kind.ARTICLE: Cited("статья {number}", "статьи {number}"),
            Kind.PART: Cited("часть {number}", "части {number}"),
            Kind.POINT: Cited("пункт {number}", "пункта {number}"),
            Kind.SUBPOINT: Cited("подпункт {number}", "подпункта {number}"),
            Kind.NOTE: Cited("примечание", "примечания"),
            Kind.TABLE: Cited("таблица {number}", "таблицы {number}", "таблица", "таблицы"),
            Kind.ROW: Cited("строка {number}", "строки {number}"),
        },
        outer_first=False,
        letter="«{}»",
    ),
    alphabet="абвгдежзиклмнопрстуфхцчшщэюя",
    skipped={"ё": "е", "й": "и"},
    folds={"ё": "е"},
    acts=("кодекс", "закон", "конституци", "конвенци", "положени", "правил"),
    own=("настоящ", "данн"),
    paragraphs=("абзац",),
    ordinal_endings=("-я", "-й", "-е", "-ая", "-ый", "-ое"),
    short={
        "ст": Kind.ARTICLE,
        "ч": Kind.PART,
        "п": Kind.POINT,
        "пп": Kind.SUBPOINT,
        "подп": Kind.SUBPOINT,
        "гл": Kind.CHAPTER,
        "разд": Kind.SECTION,
        "прил": Kind.ANNEX,
        "прим": Kind.NOTE,
    },
    numeral_words=compound_numerals(_TENS, _WHOLE_TENS, _UNITS),
    inserts_with_dots=True,
    ranges=("по", "и"),
    untitled=(
        "общая часть",
        "особенная часть",
        "общие положения",
        "заключительные положения",
        "переходные положения",
        "заключительные и переходные положения",
    ),
    notes=("примечание", "примечания"),
    editorial=("сноска", "примечание ицпи", "примечание изпи", "примечание рцпи", "примечание редакции"),
    amended_by=(
        "с изменениями, внесенными",
        "с изменением, внесенным",
        "в редакции",
        "исключен",
        "утратила силу",
        "утратил силу",
        "дополнена",
        "дополнен",
    ),
    amended_lines=(
        "в ред",
        "введен",
        "введена",
        "введено",
        "введены",
        "дополнен",
        "дополнена",
        "дополнено",
        "с изменениями",
        "с изм",
    ),
    row_numbers=(
        "№",
        "n",
        "№ п/п",
        "п/п",
        "номер",
        "номер по порядку",
        "номер строки",
        "номер пункта",
        "код",
    ),
    annex_owners=("закону", "кодексу", "указу", "постановлению", "приказу", "решению", "распоряжению"),
    to_owner=("к", "ко"),
    approvals=("утверждено", "утвержден", "утверждена", "утверждены", "одобрено"),
    contents=("содержание", "оглавление"),
    apparatus=(
        "список использованных источников",
        "список изменений",
        "перечень изменений",
        "список изменяющих документов",
        "сноски",
    ),
    offices=("президент", "председатель", "премьер-министр", "министр", "губернатор", "глава"),
    number_signs=("№", "n"),
    enacting=("постановляет", "постановляю", "приказываю", "решил", "решила"),
    repealed=(
        "утратил силу",
        "утратила силу",
        "утратило силу",
        "утратили силу",
        "исключен",
        "исключена",
        "исключено",
        "исключены",
    ),
    repealed_by=("с", "со", "законом", "федеральным", "в соответствии", "на основании"),
)

RUSSIAN = NumberingScheme(CONVENTIONS)
