"""Headings of acts in other languages, which a scheme reads as words of the text.

"Artículo 5." or "5-бап." in an act that is read as English or Russian was imported with the wrong language, or there is
no scheme for its language. One such line is enough to say so; the words below are no grammar of those languages.
"""

import re
from collections.abc import Collection
from unicodedata import combining, normalize

from amendments.provisions.lookalikes import Folder

_LANGUAGES = {
    "az": "maddə fəsil bölmə əlavə kitab bab",
    "be": "артыкул раздзел",
    "bg": "член чл глава раздел дял приложение",
    "ca": "article capítol títol secció llibre annex disposició",
    "cs": "článek čl hlava část díl oddíl příloha kapitola",
    "da": "artikel kapitel afsnit bilag",
    "de": "artikel abschnitt unterabschnitt kapitel teil buch titel anlage anhang",
    "el": "άρθρο κεφάλαιο μέρος τμήμα βιβλίο παράρτημα",
    "en": "article chapter section part title annex appendix schedule",
    "es": "artículo capítulo título sección libro anexo disposición",
    "et": "artikkel peatükk jagu osa jaotis lisa paragrahv",
    "fi": "artikla luku osa osasto liite",
    "fr": "article chapitre section titre livre partie annexe",
    "hr": "članak član glava poglavlje odjeljak prilog dio",
    "hu": "cikk fejezet rész cím melléklet szakasz",
    "hy": "հոդված գլուխ բաժին հավելված",
    "id": "pasal bab bagian lampiran",
    "it": "articolo capo titolo sezione libro allegato",
    "ka": "მუხლი თავი კარი დანართი",
    "kk": "бап тарау бөлім қосымша",
    "ky": "берене бөлүм тиркеме",
    "lt": "straipsnis skyrius skirsnis priedas",
    "lv": "pants nodaļa iedaļa pielikums",
    "nl": "artikel hoofdstuk afdeling titel boek bijlage",
    "no": "artikkel kapittel avsnitt vedlegg",
    "pl": "artykuł rozdział dział oddział księga załącznik",
    "pt": "artigo capítulo título seção secção livro anexo",
    "ro": "articolul articol capitolul titlul secțiunea secţiunea cartea anexa",
    "ru": "статья глава раздел параграф часть книга приложение",
    "sk": "článok hlava časť diel oddiel príloha",
    "sl": "člen poglavje oddelek priloga",
    "sq": "neni kreu seksioni",
    "sr": "члан чланак глава поглавље одељак прилог",
    "sv": "artikel kapitel avdelning bilaga",
    "tk": "madda bap bölüm",
    "tr": "madde bölüm kısım kitap ek",
    "uk": "стаття глава розділ параграф частина книга додаток",
    "uz": "modda bob bo‘lim ilova модда боб бўлим",
    "vi": "điều chương mục",
}
_MARKS_BEFORE = r"(?:<[^<>]{1,200}>|[^\w<]){0,12}"  # also a tag of a web page
_WORD = r"(?P<word>[^\W\d_][^\W\d_‘’']{0,30}[‘’']?[^\W\d_]{0,30})"  # none of the words is longer
_NUMBER = r"(?P<number>[0-9]{1,4}[\wº°.-]{0,8}|[IVXLCDMІХ]{1,8}(?:er|ère|re)?|[^\W\d_a-zа-яё]['’΄]?(?!\w))"
_WITH_NUMBER = (
    re.compile(rf"{_MARKS_BEFORE}{_WORD}\.?[ \xa0\t]{{0,3}}(?:№|[nN][ro]?[.º°]?)?[ \xa0]?{_NUMBER}"),
    re.compile(rf"{_MARKS_BEFORE}(?P<number>[0-9]{{1,4}}|[IVXLC]{{1,7}})(?!\w)[ \xa0.-]{{1,3}}{_WORD}(?!\w)"),
    re.compile(rf"{_MARKS_BEFORE}(?P<number>[0-9]{{1,4}}-?\w{{1,3}})[ \xa0.-]{{1,3}}{_WORD}(?!\w)"),
)  # fmt: skip
_IN_WORDS = re.compile(
    rf"{_MARKS_BEFORE}(?P<first>[^\W\d_]{{2,20}})[ \xa0]{{1,3}}(?P<second>[^\W\d_]{{2,20}})(?!\w)"
)
_CHINESE_AND_KOREAN = re.compile(
    rf"{_MARKS_BEFORE}(?:第[^\W_]{{1,9}}[条條章节節编編]|제 ?[0-9]{{1,4}} ?[조장절편])"
)
_ENDS_LABEL = ".:)–—-*[]({«“\"'"
_LEADER = "...."  # to a page
_LONGEST_HEADING = 160  # of a label that nothing but a capital letter ends


def _plain(word: str) -> str:
    """A word in small letters without accents: headings in capitals leave them out."""
    return "".join(letter for letter in normalize("NFD", _FOLDER.fold(word)) if not combining(letter))


def _is_small(letter: str) -> bool:
    """Whether a letter is a small one. Georgian headings have no capital letters."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def shape(word: str) -> str:
    """A word as the eye sees it: Cyrillic letters that look like Latin ones are the same."""
    return _plain(word).translate(_SAME_SHAPE)


_FOLDER = Folder({})
_SAME_SHAPE = str.maketrans("авекмнорстухіјѕəӘә", "abekmhopctyxijseee")
_WORDS = frozenset(_plain(word) for words in _LANGUAGES.values() for word in words.split())
# Parts of acts that no language above divides its acts by, but some act does.
_FURTHER = (
    "rule regulation clause paragraph subsection subpart отдел подраздел дополнение пункт hissə yarımfəsil qoşma bənd paraqraf "
    "kısım madde"
)
ALL_WORDS = frozenset(
    shape(word) for words in (*_LANGUAGES.values(), _FURTHER) for word in words.split() if len(word) > 2
)
ANNEX_WORDS = frozenset(
    shape(word)
    for word in [
        "annex",
        "appendix",
        "schedule",
        "приложение",
        "əlavə",
        "əlavəsi",
        "əlavələr",
        "anlage",
        "anhang",
        "annexe",
        "anexo",
        "allegato",
        "bilaga",
    ]
)


class ForeignHeadings:
    """Knows the heading words of all languages but the one that an act is read in."""

    def __init__(self, own_words: Collection[str]) -> None:
        self._words = _WORDS - {_plain(word) for word in own_words}

    def begins(self, content: str) -> bool:
        """Whether a line begins with the label of a heading: "Titre VIII :", "3 luku", "CAPÍTULO PRIMERO"."""
        if any(self._has_number(form.match(content), content) for form in _WITH_NUMBER):
            return True
        return self._is_in_words(content) or _CHINESE_AND_KOREAN.match(content) is not None

    def _has_number(self, match: re.Match[str] | None, content: str) -> bool:
        if match is None or _plain(match["word"]) not in self._words:
            return False
        rest = content[match.end() :].lstrip()
        is_first = match.start("word") < match.start("number")
        if is_first and _is_small(match["word"][0]):
            return False  # the line goes on from the one above: "artículo 8 Lámpara"
        if not rest or rest[0] in _ENDS_LABEL or match["number"].endswith((".", "-")):
            return True
        return not _is_small(rest[0]) and len(content) <= _LONGEST_HEADING

    def _is_in_words(self, content: str) -> bool:
        """ "Sección Tercera", "Erster Abschnitt", "Artículo Segundo.- The …": a number in words is not looked up."""
        match = _IN_WORDS.match(content)
        if match is None or _is_small(match["first"][0]) or _is_small(match["second"][0]):
            return False
        rest = content[match.end() :]
        if _plain(match["first"]) in self._words:
            return not rest or rest[0] in ".:–—-" or _LEADER in rest
        return not rest and _plain(match["second"]) in self._words
