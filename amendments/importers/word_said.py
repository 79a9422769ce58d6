"""What this site says in its own Word files of a repealed provision.

It stands in the stream as one sign, which is the sentence in the text of the act and nothing in the text that others
mark: they cannot mark what is said of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from docx.oxml.ns import qn

from amendments.importers.tracked_stream import SAID_FIRST, SAID_LAST, unmarked
from amendments.importers.word_styles import Styles
from amendments.importers.word_xml import PARAGRAPH, Xml, child, value
from amendments.provisions.parsing.footnotes import MARK
from amendments.provisions.said_of_repeals import OF_NOTES, OF_NUMBERS

_STYLE = "Said of the text"  # `renderers/word/stylesheet.py`
_WORDS = (qn("w:t"), qn("w:delText"))
_NUMBER_ALONE = re.compile(r"(?:[^\W\d_]+\s)?(?:[\w.()-]*\d[\w.()-]*|[^\W\d_]{1,2}[.)])")
_SENTENCES = (*sorted(OF_NUMBERS), *sorted(OF_NOTES))
_FORMS = ("{}\n", "{}", " {}")  # a line, the words of a cell, words behind the number in a cell
_LINE, _CELL, _BESIDE = range(len(_FORMS))
_KEPT, _NEW, _OLD = range(3)
_SIGNS = re.compile(f"[{SAID_FIRST}-{SAID_LAST}]")


def is_said(paragraph: Xml, styles: Styles) -> bool:
    """Whether a paragraph is only the sentence that we print, in our style or below a number that stands alone.

    Other programs give styles another identity or leave them out. Law that somebody typed in the style stays law.
    """
    words = _printed(paragraph, *_WORDS)
    is_ours = styles.name(value(child(paragraph, "w:pPr"), "w:pStyle")) == _STYLE
    if is_ours and (words in OF_NOTES or _split(words)[1] in OF_NUMBERS):
        return True
    if words not in OF_NUMBERS:
        return False
    above = paragraph.getprevious()
    is_below_number = (
        above is not None
        and above.tag == PARAGRAPH
        and _NUMBER_ALONE.fullmatch(_printed(above, qn("w:t"))) is not None
    )
    return is_below_number or is_ours


def as_line(paragraph: Xml) -> str:
    """The sign of a sentence that stands below a number; "" of one that names the number of a row."""
    return _sign(paragraph, _LINE) if _split(_printed(paragraph, *_WORDS))[0] == "" else ""


def said_of_rows(table: Xml, styles: Styles) -> Iterator[tuple[str, Xml]]:
    """The sentences right below a table, each with the number of the row that it names."""
    below = table.getnext()
    while below is not None and below.tag == PARAGRAPH and is_said(below, styles):
        number, __ = _split(_printed(below, *_WORDS))
        if not number:
            return
        yield number, below
        below = below.getnext()


def placed(rows: Sequence[list[list[str]]], said: Iterable[tuple[str, Xml]]) -> Iterator[Xml]:
    """Put each sentence into the row with its number; gives those that have found it."""
    free: dict[str, list[list[str]]] = {}
    for row in rows:
        first = next((cell for cell in row if cell), [])
        free.setdefault(MARK.sub("", unmarked(" ".join(first))).strip(), row)
    for number, paragraph in said:
        cells = free.pop(number, None)
        if cells is None:
            continue
        at = next(place for place, cell in enumerate(cells) if cell)
        if at + 1 < len(cells):
            cells[at + 1][-1:] = ["".join(cells[at + 1][-1:]) + _sign(paragraph, _CELL)]
        else:
            cells[at][-1] += _sign(paragraph, _BESIDE)
        yield paragraph


def with_sentences(stream: str, *, accepted: bool) -> str:
    """The stream with the sentences of one text in the place of their signs."""

    def sentence(sign: re.Match[str]) -> str:
        number, form = divmod(ord(sign[0]) - ord(SAID_FIRST), len(_FORMS))
        number, state = divmod(number, 3)
        is_there = state in ((_KEPT, _NEW) if accepted else (_KEPT, _OLD))
        return _FORMS[form].format(_SENTENCES[number]) if is_there else ""

    return _SIGNS.sub(sentence, stream)


def _sign(paragraph: Xml, form: int) -> str:
    is_old = next(paragraph.iter(qn("w:delText")), None) is not None
    is_new = next(paragraph.iter(qn("w:ins")), None) is not None
    state = _OLD if is_old else _NEW if is_new else _KEPT
    number = _SENTENCES.index(_split(_printed(paragraph, *_WORDS))[1])
    return chr(ord(SAID_FIRST) + (number * 3 + state) * len(_FORMS) + form)


def _split(words: str) -> tuple[str, str]:
    """The number of a row, and the sentence; no number where the sentence stands alone."""
    if words in OF_NUMBERS or words in OF_NOTES:
        return "", words
    found = (each for each in OF_NUMBERS if words.endswith(f" {each}"))
    sentence = next(found, "")
    return (words.removesuffix(f" {sentence}"), sentence) if sentence else ("", "")


def _printed(paragraph: Xml, *names: str) -> str:
    return " ".join("".join(piece.text or "" for piece in paragraph.iter(*names)).split())
