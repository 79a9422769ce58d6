"""How people cite a provision, in three languages: written down without a look at what the parser reads.

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


def write(form: str, number: str) -> str:
    """The citation of a number."""
    article, part, point = (*number.split("."), "", "")[:3]
    return form.format(
        n=number, a=article, p=part, s=point, o=_ordinal(number), oa=_ordinal(article), op=_ordinal(part)
    )


def _ordinal(number: str) -> str:
    last = re.split(r"[.-]", number)[-1]
    if last.endswith("0") and len(last) > 1:
        return _ENDINGS_OF_TENS[last[-2]]
    return _ENDINGS[last[-1:] or "0"]
