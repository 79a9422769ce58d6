"""Removes what is printed around an instruction: its number in the list, the act, titles of annexes."""

import re

from azerbaijan.wordings.forms import Case, decline

_QUOTED = r"[“\"«][^“”\"«»]*[”\"»]"
# "Maddə 1.", "1.", "1.2.", "2)", "a)"; a noun after it makes it a citation.
_LIST_NUMBER = re.compile(
    r"\s*(?:Maddə\s+\d+(?:-\d+)?\.|\d+(?:[.-]\d+)*[.)]|[^\W\d_]\))\s+"
    r"(?!maddə|hissə|bənd|yarımbənd|fəs|bölmə|abzas|cümlə)(?=\S)"
)
_FORMS_OF_ACT = "|".join(
    decline(noun, case, possessed=possessed)
    for noun in ("Qanun", "Məcəllə")
    for possessed in (True, False)
    for case in (Case.GENITIVE, Case.DATIVE, Case.ABLATIVE, Case.LOCATIVE)
)
# "“Qaçqınlar haqqında” Azərbaycan Respublikasının Qanununun (Toplu, 1999, № 6, maddə 324) "
_ACT_NAME = re.compile(
    rf"(?:{_QUOTED}\s*)?[^“”\"\d]*?(?:{_FORMS_OF_ACT})\s*(?:\([^()]*\)\s*)?,?\s*(?=\d|aşağıdakı|yeni)"
)
_ENDINGS = {
    **dict.fromkeys(("nın", "nin", "nun", "nün"), Case.GENITIVE),
    **dict.fromkeys(("nda", "ndə"), Case.LOCATIVE),
    **dict.fromkeys(("ndan", "ndən"), Case.ABLATIVE),
    **dict.fromkeys(("na", "nə"), Case.DATIVE),
    "": Case.NOMINATIVE,
}
# "3 nömrəli əlavə – “İcazələrin siyahısı”nın", "3 nömrəli əlavənin (“İcazələrin siyahısı”)"
_TITLED_ANNEX = re.compile(rf"\b[əƏ]lavə\s*[-–—]\s*{_QUOTED}({'|'.join(_ENDINGS)})(?!\w)")
_BRACKETED_TITLE = re.compile(rf"\b([əƏ]lavə\w*)\s*\({_QUOTED}\)")


def bare(said: str) -> str:
    """The instruction without what is printed around it."""
    for prefix in (_LIST_NUMBER, _ACT_NAME):
        if match := prefix.match(said):
            said = said[match.end() :]
    said = _TITLED_ANNEX.sub(lambda match: decline("əlavə", _ENDINGS[match[1]]), said)
    return _BRACKETED_TITLE.sub(r"\1", said)
