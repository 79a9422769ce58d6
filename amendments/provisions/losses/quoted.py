"""Asks whether quotations end where they should: law may be lost in one that goes on too far, or be read as law in one that does not end."""

from collections.abc import Iterator

from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind


def check_quotations(read: ReadAct) -> Iterator[Finding]:
    """Both stop the import."""
    unclosed = (line for line in read.act.quotations.unclosed if line not in read.kinds)
    yield from read.finding(codes.UNCLOSED_QUOTATIONS, sorted(set(unclosed)), _unclosed, stops=True)
    lines = [line for quoted in read.act.quotations.ranges if (line := _crossing(read, quoted)) >= 0]
    yield from read.finding(codes.LAW_QUOTED, lines, _crossed, stops=True)


def _crossing(read: ReadAct, quoted: range) -> int:
    """The line of a quotation in which the articles go back to the one that comes next in the law; -1 if there is none."""
    above = (label for label in reversed(read.act.labels[: quoted.start]) if label and _is_article(label))
    own = next(above, None)
    last = 0
    for line in quoted if own else ():
        label = read.act.begins[line] or read.read(read.act.content(line).lstrip("*“«„\"”‘'`"))
        if own is None or label is None or not _is_article(label):
            continue
        number = label.value[0].value
        if number == own.value[0].value + 1 < last:
            return line
        last = number
    return -1


def _is_article(label: Label) -> bool:
    return label.form is Form.HEADING and label.kind is Kind.ARTICLE and label.value != ()


def _unclosed(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s quotation begins with the number of a provision and does not end (%(places)s).",
        "%(count)s quotations begin with the number of a provision and do not end (%(places)s).",
        count,
        places=places,
    )


def _crossed(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line with the next article of the act stands in a quotation (%(places)s).",
        "%(count)s lines with the next articles of the act stand in quotations (%(places)s).",
        count,
        places=places,
    )
