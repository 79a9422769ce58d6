"""How people cite a provision, in three languages.

`FORMS` were written with the parser in mind. `BLIND` were written without a look at it; it has since learnt the five
forms that it missed at first ("mad.12", "12ci maddə", "12 ci maddəsi", "art. 12 para 3 pt 1").

`WITH_ACT` say in which act, and `WITH_ACT_ALONE` say nothing else but a number; both were written with the code in mind.

`{n}` is the whole number and `{o}` the ending of its ordinal; `{a}`, `{p}` and `{s}` are article, part and point.
"""

import re

FORMS = {
    "az": (
        "{n}-{o} maddə",
        "{n}-{o} maddənin",
        "{n}-{o} maddəsinə",
        "{n} maddə",
        "{n} maddəsi",
        "{n} {o} maddə",
        "{n}-{o} m.",
        "maddə {n}",
        "Maddə {n}.",
        "MADDƏ {n}",
        "madde {n}",
        "m. {n}",
        "m.{n}",
        "bu Məcəllənin {n}-{o} maddəsi",
        "{a}-{oa} maddənin {p}-{op} hissəsi",
        "{a}-{oa} maddənin {n}-{o} bəndi",
        "maddə {a}, hissə {p}",
        "{n}-{o} bənd",
        "MM {n}",
        "M.M. {n}",
        "Miqrasiya Məcəlləsi {n}",
        "Miqrasiya Məcəlləsinin {n}-{o} maddəsi",
    ),
    "en": (
        "Article {n}",
        "article {n}",
        "Art. {n}",
        "art {n}",
        "Art.{n}",
        "section {n}",
        "sec. {n}",
        "s. {n}",
        "§ {n}",
        "§{n}",
        "Article {a}({p})",
        "Article {a} ({p})",
        "Art. {a}, para. {p}",
        "paragraph {p} of Article {a}",
        "para {p} of art {a}",
        "Article {a} paragraph {p} point {s}",
        "Art. {a}({p})({s})",
        "clause {n}",
        "Article {n} of the Migration Code",
        "Migration Code, Art. {n}",
    ),
    "ru": (
        "статья {n}",
        "Статья {n}.",
        "статьи {n}",
        "статьёй {n}",
        "ст. {n}",
        "ст.{n}",
        "ст {n}",
        "в ст. {n}",
        "часть {p} статьи {a}",
        "ч. {p} ст. {a}",
        "ч.{p} ст.{a}",
        "п. {p} ст. {a}",
        "пункт {p} статьи {a}",
        "статья {a}, пункт {p}",
        "п. {s} ч. {p} ст. {a}",
        "пункт {n}",
        "ст. {n} МК",
        "ст. {n} Миграционного кодекса",
    ),
}
BLIND = {
    "az": (
        "{n}-{o} maddə",
        "Maddə {n}",
        "maddə {n}.",
        "Miqrasiya Məcəlləsinin {n}-{o} maddəsi",
        "Azərbaycan Respublikası Miqrasiya Məcəlləsinin {n}-{o} maddəsinə əsasən",
        "bu Məcəllənin {n}-{o} maddəsində nəzərdə tutulmuş hallarda",
        "{n}-{o} maddənin tələblərinə uyğun olaraq",
        "{n}-{o} maddəyə görə",
        "m. {n}",
        "mad.{n}",
        "{n} maddə",
        "{n} madde",
        "miqrasiya mecellesi madde {n}",
        "mecellenin {n} maddesi",
        "{n}{o} maddə",
        "{n} {o} maddəsi",
        "MADDƏ {n}",
        "(Məcəllənin {n}-{o} maddəsi)",
        "Miqrasiya Məcəlləsi, m.{n}",
        "{a}-{oa} maddənin {p}-{op} hissəsi",
        "{a}-{oa} maddəsinin {p}-{op} hissəsinə uyğun olaraq",
        "maddə {a}, hissə {p}",
        "{a}-{oa} maddənin {p}-{op} hissəsinin {s}-{o} bəndi",
        "maddə {a}, hissə {p}, bənd {s}",
    ),
    "en": (
        "Article {n}",
        "article {n}",
        "ARTICLE {n}",
        "Art. {n}",
        "art.{n}",
        "art {n}",
        "Article {n} of the Migration Code",
        "Art. {n} of the Migration Code of the Republic of Azerbaijan",
        "Migration Code, Article {n}",
        "migration code art {n}",
        "the Migration Code's Article {n}",
        "as required by Article {n}",
        "pursuant to Art. {n} of the Code",
        "on the grounds set out in article {n} of this Code",
        "what does article {n} say",
        "(see Art. {n})",
        "§ {n} of the Migration Code",
        "Article {a}({p})",
        "part {p} of Article {a}",
        "Art. {a}, para. {p}",
        "Article {a}({p})({s})",
        "point {s} of part {p} of Article {a}",
        "Article {a}, part {p}, point {s}",
        "art. {a} para {p} pt {s}",
    ),
    "ru": (
        "статья {n}",
        "Статья {n}.",
        "СТАТЬЯ {n}",
        "ст. {n}",
        "ст.{n}",
        "ст {n}",
        "статьи {n} Миграционного кодекса",
        "в статье {n}",
        "согласно статье {n} Миграционного кодекса Азербайджанской Республики",
        "в соответствии со ст. {n} настоящего Кодекса",
        "предусмотренных статьёй {n}",
        "на основании статьи {n} Кодекса",
        "миграционный кодекс ст {n}",
        "Миграционный кодекс АР, ст. {n}",
        "по ст.{n} МК АР",
        "(см. ст. {n})",
        "что говорит статья {n}",
        "ч. {p} ст. {a}",
        "часть {p} статьи {a}",
        "ст. {a} ч. {p} Миграционного кодекса",
        "согласно части {p} статьи {a}",
        "п. {s} ч. {p} ст. {a}",
        "пункт {s} части {p} статьи {a}",
        "статья {a}, часть {p}, пункт {s}",
    ),
}
# {t} is a title of the act, {g} in the genitive, {i} its initials, {d} with dots, and {l} the act's number
WITH_ACT = {
    "az": (
        "{g} {n}-{o} maddəsi",
        "{g} {n}-{o} maddəsinə əsasən",
        "{t}, m. {n}",
        "{t} maddə {n}",
        "maddə {n}, {t}",
        "“{t}” {n}-{o} maddə",
        "{l} nömrəli qanun, maddə {n}",
        "{i} m. {n}",
        "{d} m. {n}",
    ),
    "en": (
        "Article {n} of the {t}",
        "{t}, Art. {n}",
        "the {t}'s Article {n}",
        "what does article {n} of the {t} say",
        "{t} section {n}",
        "Article {n} of Law {l}",
        "{l}, s. {n}",
        "art. {n} {i}",
        "art. {n} {d}",
    ),
    "ru": (
        "ст. {n} {g}",
        "согласно статье {n} {g}",
        "{t}, ст. {n}",
        "статья {n} закона № {l}",
        "ст. {n} {i}",
    ),
}
WITH_ACT_ALONE = {
    "az": ("{g} {n}", "{t} {n}", "{i} {n}", "{n} {i}", "{l} {n}"),
    "en": ("{t} {n}", "{n} {t}", "{i} {n}", "{l} {n}"),
    "ru": ("{t} {n}", "{n} {g}", "{i} {n}", "{l} {n}"),
}
_GENITIVES = {
    "Məcəlləsi": "Məcəlləsinin",
    "Konstitusiyası": "Konstitusiyasının",
    "Konstitusiya(?! Q)": "Konstitusiyanın",
    "Qanunu": "Qanununun",
    "haqqında$": "haqqında Qanunun",
    "ый кодекс": "ого кодекса",
    "Конституция": "Конституции",
    "ый закон": "ого закона",
}
_POINTS = ("bənd", "clause", "пункт {n}")  # no article is called so
_ENDINGS = dict(zip("0123456789", ("cı", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu"), strict=True))
_ENDINGS_OF_TENS = dict(zip("123456789", ("cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı"), strict=True))


def fits(form: str, number: str) -> bool:
    """Whether a number has as many levels as a form names."""
    levels = number.count(".") + 1
    named = sum(sign in form for sign in ("{a}", "{p}", "{s}"))
    if named and "{n}" not in form:
        return levels == named
    return levels > 1 or not any(unit in form for unit in _POINTS)


def names_act(form: str) -> bool:
    """Whether a form says that it is of the Migration Code."""
    return any(name in form.lower() for name in ("miqrasiya", "migration", "миграцион", "мк ар"))


def write(form: str, number: str) -> str:
    """The citation of a number."""
    article, part, point = (*number.split("."), "", "")[:3]
    ending = _ordinal(point if "{s}" in form else number)
    return form.format(
        n=number, a=article, p=part, s=point, o=ending, oa=_ordinal(article), op=_ordinal(part)
    )


def write_with_act(form: str, number: str, act: str, title: str) -> str:
    """The citation of a number in an act, by the act's number or a title of it."""
    short = initials(title)
    dotted = "".join(f"{letter}." for letter in short)
    said = form.replace("{t}", title).replace("{g}", _genitive(title)).replace("{l}", act)
    return write(said.replace("{i}", short).replace("{d}", dotted), number)


def initials(title: str) -> str:
    """The first letters of its words."""
    return "".join(word[0].upper() for word in title.split() if word[0].isalpha())


def _genitive(title: str) -> str:
    """ "Of" the title, in Azerbaijani and Russian."""
    for ending, other in _GENITIVES.items():
        title = re.sub(rf"{ending}(?=\s|$)", other, title, count=1)
    return title


def _ordinal(number: str) -> str:
    last = re.split(r"[.-]", number)[-1]
    if last.endswith("00"):
        return "cü"
    if last.endswith("0") and len(last) > 1:
        return _ENDINGS_OF_TENS[last[-2]]
    return _ENDINGS[last[-1:] or "0"]
