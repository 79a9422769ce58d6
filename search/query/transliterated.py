"""Russian citations in Latin letters: “konstituciya rf statya 29 chast 5”, “st 158 ch 3 uk rf”."""

import re

_UNITS = {
    "статья": r"stat['’]?(?:ya|ja|ia|yi|ji|i)",
    "часть": r"chast(?:['’]|i)?",
    "пункт": "punkt",
    "подпункт": "podpunkt",
    "глава": "glav[ay]",
}
_UNIT = re.compile(rf"(?<!\w)(?:{'|'.join(f'({form})' for form in _UNITS.values())})(?!\w)", re.IGNORECASE)
_NAMES = tuple(_UNITS)
_RUSSIAN = re.compile(
    rf"(?<!\w)(?:{_UNITS['статья']}|{_UNITS['часть']})\.?\s*\d|\d\s*-?\w?\s*(?:{_UNITS['статья']})(?!\w)"
    r"|(?<!\w)st\.?\s?\d.*(?<!\w)(?:[gutnsb]k|zhk|koap|[agu]pk) rf(?!\w)",
    re.IGNORECASE,
)
_PAIRS = (
    "shch щ",
    "sch щ",
    "zh ж",
    "kh х",
    "ts ц",
    "ch ч",
    "sh ш",
    "yo ё",
    "jo ё",
    "yu ю",
    "ju ю",
    "ya я",
    "ja я",
    "ye е",
)
_LONG = dict(pair.split() for pair in _PAIRS)
_SHORT = dict(zip("abvgdeziklmnoprstufhcjxwq", "абвгдезиклмнопрстуфхцйхвк", strict=True))
_LETTERS = re.compile(rf"{'|'.join(_LONG)}|(?<=[aeiouy])y(?![aou])|[a-z]|(?<=[a-z])['’]", re.IGNORECASE)


def in_cyrillic(text: str) -> str:
    """The query in Cyrillic letters, where Latin ones cite a Russian provision; else as it is."""
    if not _RUSSIAN.search(text):
        return text
    return _LETTERS.sub(_letter, _UNIT.sub(lambda unit: _NAMES[(unit.lastindex or 1) - 1], text))


def _letter(found: re.Match[str]) -> str:
    said = found[0].lower()
    if said == "y":
        before = found.string[found.start() - 1 : found.start()].lower()
        return "й" if before and before in "aeiouy" else "ы"
    return _LONG.get(said) or _SHORT.get(said) or "ь"
