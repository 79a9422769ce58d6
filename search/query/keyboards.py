"""What was meant where the keyboard had another layout: "dbpf" is "виза", "мшяф" is "viza"."""

import re

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_AZERBAIJANI = "`qüertyuiopöğasdfghjklıəzxcvbnmçş"
_TO_RUSSIAN = str.maketrans(_ENGLISH, _RUSSIAN)
_FROM_RUSSIAN = tuple(str.maketrans(_RUSSIAN, keys) for keys in (_ENGLISH, _AZERBAIJANI))
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яё]")
_STOP = re.compile(r"[,.](?=\s|$)")  # it ends a word, and is no letter


def other_layouts(text: str) -> tuple[str, ...]:
    """The same keys on the other layouts; none for letters of several alphabets or with marks."""
    small = _STOP.sub(" ", text.lower())
    is_latin, is_cyrillic = bool(_LATIN.search(small)), bool(_CYRILLIC.search(small))
    if is_cyrillic and not is_latin:
        return tuple(small.translate(keys) for keys in _FROM_RUSSIAN)
    return (small.translate(_TO_RUSSIAN),) if is_latin and not is_cyrillic and small.isascii() else ()
