"""Labels that a copy broke over two lines: "Maddə" and, below it, "2 . Vəzifələr" are the heading of article 2."""

import re
from collections.abc import Callable, Iterator, Sequence

from amendments.provisions.lookalikes import Folder
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line, plain_spaces

_BLANK_LINES = re.compile(r"[ \xa0\r\n]*")
# "2 . Title", "1 2 - 1 . Title", "34.", "II" or "II. Title"; "1.1. Text" is the part of an article.
_NUMBER = re.compile(
    r"(?:[0-9](?: ?[0-9]){0,3}(?: ?[-–] ?[0-9](?: ?[0-9])?)?[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[IVXLC]{1,7})(?: ?\.(?![0-9 ]{1,3}\.)(?: *$| *(?=[^\W_a-zа-яё]))|$)"
)
_MARK = re.compile(r"\[[0-9]{1,4}\]")
_LONGEST_WORD = 20


def with_whole_labels(
    lines: Sequence[Line], words: frozenset[str], folder: Folder, read: Callable[[str], Label | None]
) -> Sequence[Line]:
    """The lines. A heading word that stands alone and the number below it are one line, with its break inside."""
    if not any(_is_word(line, words, folder) for line in lines):
        return lines
    return list(_joined(lines, words, folder, read))


def _joined(
    lines: Sequence[Line], words: frozenset[str], folder: Folder, read: Callable[[str], Label | None]
) -> Iterator[Line]:
    index = 0
    while index < len(lines):
        line = lines[index]
        taken = 1
        if _is_word(line, words, folder):
            taken += _has_mark(lines, index + 1)
            label_lines = lines[index : index + taken + 1]
            content = line.content + "".join(part.gap + part.content for part in label_lines[1:])
            is_whole = len(label_lines) > taken and _is_number(label_lines[-1])
            label = read(content) if is_whole else None
            if label is not None and label.form is Form.HEADING and label.value:
                line = Line(line.number, line.gap, content)
                taken += 1
            else:
                taken = 1
        index += taken
        yield line


def _has_mark(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is nothing but the mark of a note, which a copy puts between the word and its number."""
    is_mark = index < len(lines) and _MARK.fullmatch(lines[index].content) is not None
    return is_mark and _BLANK_LINES.fullmatch(lines[index].gap) is not None


def _is_word(line: Line, words: frozenset[str], folder: Folder) -> bool:
    content = line.content
    return (
        len(content) <= _LONGEST_WORD and content[0].isupper() and folder.fold(plain_spaces(content)) in words
    )


def _is_number(line: Line) -> bool:
    is_below = _BLANK_LINES.fullmatch(line.gap) is not None and "\t" not in line.content
    return is_below and _NUMBER.match(line.content) is not None
