"""What a text must keep to before it is parsed: a bounded size, and no character that readers cannot see."""

import re

from amendments.importers.file_errors import HiddenCharacterInFile, LongLine, OversizedFile, OversizedText
from amendments.provisions.hidden import hidden_in
from amendments.provisions.messages import message as _

MOST_BYTES = 25 * 1024 * 1024  # of a file, with its pictures
MOST_LINES = 50_000  # fifteen times a code of 863 articles
LONGEST_LINE = 100_000
MOST_SENT_BACK = 9 * 1024 * 1024  # bytes of a text: the form in which it comes back is refused beyond ten
_LINE_END = re.compile("\r\n|[\n\r]")
_OTHER_LINE_ENDS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"))


def check_size(size: int) -> None:
    """Refuse a file before it is read; raises `OversizedFile`."""
    if size > MOST_BYTES:
        raise OversizedFile(_("more than %(size)s MB", size=MOST_BYTES // 1024 // 1024))


def check_sent_back(text: str) -> None:
    """Refuse a text that no form could send back to be saved; raises `OversizedText`."""
    if len(text.encode()) > MOST_SENT_BACK:
        raise _too_long()


def broken_into_lines(text: str) -> str:
    """Page breaks and the line ends of other systems as line ends, so that every line is read as one."""
    return text.translate(_OTHER_LINE_ENDS)


def too_many_lines() -> OversizedText:
    """The refusal of a text of too many lines."""
    return OversizedText(_("more than %(count)s lines", count=MOST_LINES))


def check_read(lines: int, letters: int) -> None:
    """Refuse while a file is read: what a small file repeats is never held as a whole. Raises `OversizedText`."""
    if lines > MOST_LINES:
        raise too_many_lines()
    if letters > MOST_SENT_BACK:
        raise _too_long()


def _too_long() -> OversizedText:
    return OversizedText(_("more than %(size)s MB", size=MOST_SENT_BACK // 1024 // 1024))


def check_text(text: str) -> None:
    """Refuse what could not be read, shown or stored as it is, and name the line; raises `ImportFailed`."""
    lines = _LINE_END.split(text)
    if len(lines) > MOST_LINES:
        raise too_many_lines()
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise LongLine(number, LONGEST_LINE)
        if hidden := hidden_in(line):
            raise HiddenCharacterInFile(number, hidden.character)
