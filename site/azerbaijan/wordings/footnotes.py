"""The footnotes of a consolidated text: which act changed a provision, how, and what stood there before."""

from dataclasses import dataclass
from datetime import date

from amendments.instructions.execution.levels import region
from amendments.instructions.execution.tree_edits import locate
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.instructions.wording import Mood
from amendments.provisions.tree import Tree
from azerbaijan.wordings.forms import ordinal
from azerbaijan.wordings.saying import LABELS, say

_MONTHS = (
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avqust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
)
# Operations that leave nothing of the wording before: it is kept in the footnote.
_REPLACE_WORDING = frozenset({Op.RESTATE, Op.RESTATE_HEADING, Op.RESTATE_SENTENCE})


@dataclass(frozen=True, slots=True)
class Source:
    """An amending act as footnotes cite it; `gazettes` are its official publications."""

    number: str
    adopted: date
    gazettes: str = ""

    def __str__(self) -> str:
        day = f"{self.adopted.day} {_MONTHS[self.adopted.month - 1]} {ordinal(str(self.adopted.year))} il"
        said = f"{day} tarixli {self.number} nömrəli Azərbaycan Respublikasının Qanunu"
        return f"{said} ({self.gazettes})" if self.gazettes else said


def footnote(operation: Operation, source: Source, before: Tree) -> str:
    """The footnote for an executed operation; `before` is the text on which it was executed."""
    said = f"{source} ilə {say(operation, Mood.PAST)}"
    if operation.op not in _REPLACE_WORDING:
        return said
    return "\n\n".join([said, "Əvvəlki redaksiyada deyilirdi:", *previous_wording(operation, before)])


def previous_wording(operation: Operation, before: Tree) -> list[str]:
    """What a restatement replaced, in paragraphs, with the numbers under which it was printed."""
    paragraphs: list[str] = []
    for target in operation.all_targets:
        element = locate(before, target)
        if operation.op is Op.RESTATE_HEADING or operation.level == "heading":
            paragraphs.append(element.heading)
        elif operation.level not in ("", "text"):
            part = region(element.text, operation.level)
            paragraphs.extend(element.text[part[0] : part[1]].split("\n") if part else [])
        else:
            is_whole = bool(operation.children) or not element.text
            members = before.family(element) if is_whole else [element]
            printed = [NewElement(member.number, member.heading, member.text) for member in members]
            paragraphs.extend(quoting.printed(printed, LABELS).split("\n"))
    return paragraphs
