"""Words the footnotes of a consolidated text: which act changed a provision, how, and the previous wording."""

from dataclasses import dataclass, replace
from datetime import date

from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Operation
from amendments.instructions.previous_wording import previous_wording
from amendments.instructions.wording import Mood
from amendments.provisions.tree import Tree
from azerbaijan.schemes import ordinal as suffix
from azerbaijan.wordings.forms import ordinal
from azerbaijan.wordings.saying import LABELS, say

MONTHS = (
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


LAW = "Azərbaycan Respublikasının Qanunu"
_CONSTITUTIONAL = "Konstitusiya Qanunu"
_CHANGED = {
    "code": "MƏCƏLLƏYƏ",
    "law": "QANUNA",
    "decree": "FƏRMANA",
    "decision": "QƏRARA",
    "constitution": "KONSTİTUSİYAYA",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An amending act as footnotes cite it; `gazettes` are its official publications."""

    number: str
    adopted: date
    gazettes: str = ""
    name: str = LAW

    def __str__(self) -> str:
        day = f"{self.adopted.day} {MONTHS[self.adopted.month - 1]} {ordinal(str(self.adopted.year))} il"
        said = f"{day} tarixli {self.number} nömrəli {self.name}"
        return f"{said} ({self.gazettes})" if self.gazettes else said


def footnote(operation: Operation, source: Source, before: Tree, kind: str = "law") -> str:
    """The footnote for an operation executed on an act of a kind; `before` is the text on which it was executed."""
    said = f"{source} ilə {say(operation, Mood.PAST, kind=kind)}"
    previous = previous_wording(operation, before, LABELS, suffix)
    return "\n\n".join([said, "Əvvəlki redaksiyada deyilirdi:", *previous] if previous else [said])


class AzerbaijaniRecord:
    """How consolidated texts of Azerbaijan keep the record of their amendments."""

    def __init__(self, kind: str = "law") -> None:
        self.kind = kind

    law_name = LAW
    sources_heading = "İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI"

    def changes_heading(self, kind: str, title: str) -> str:
        """ "QANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI": the kind of the act in the dative stands first."""
        changed = "KONSTİTUSİYA QANUNA" if title.endswith(_CONSTITUTIONAL) else _CHANGED.get(kind, "AKTA")
        return f"{changed} EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"

    def source(self, law: AmendingLaw) -> str:
        return str(Source(law.number, law.adopted, law.gazettes, law.name or LAW))

    def numbered(self, number: str) -> str:
        """ "9-IVQD nömrəli Azərbaycan Respublikasının Qanunu"."""
        return f"{number} nömrəli {LAW}"

    def footnote(self, operation: Operation, law: AmendingLaw, before: Tree) -> str:
        """The law, what it did, and the previous wording in paragraphs of its own."""
        dated = replace(operation, year=law.adopted.year)
        source = Source(law.number, law.adopted, law.gazettes, law.name or LAW)
        return footnote(dated, source, before, self.kind).replace("\n\n", "\n")
