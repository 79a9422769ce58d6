"""The amending act as Akoma Ntoso 3.0, which a program can execute on the text of the act in the same standard.

Each instruction is a `mod` with its words: what it quotes is `quotedText`, a provision that it brings a `quotedStructure`. The
modifications of a `mod` stand in the analysis, in their order. Where words are replaced, `old` and `new` hold them with as
much around them that the old ones stand once in the provision. The eId of a provision in a `quotedStructure` is that of the
new text behind the eId of the structure, as the standard names quoted things.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amendments.instructions.amending_act import ActArticle, SaidInstruction
from amendments.instructions.execute import execute
from amendments.instructions.quoted_rows import BRINGS, opening_of
from amendments.provisions.tree import Tree
from amendments.renderers.akoma_changes import Modification, NotSayable, eid_of, modifications
from amendments.renderers.akoma_lines import label_of
from amendments.renderers.akoma_ntoso import (
    NAMESPACE,
    OURS,
    ActBody,
    attribute,
    escaped,
    meta_of,
    work_of,
)
from amendments.renderers.paper.documents import (
    ActCourse,
    ActEvent,
    ActFacts,
    ExecutableActDocument,
    PaperElement,
    paper_elements,
)

_QUOTED = re.compile("([“«„])([^“”«»„]+)([”»“])")
_CLOSES = {"“": "”", "«": "»", "„": "“”"}
_SPAN = '<span xmlns="http://www.w3.org/1999/xhtml">'


def as_akoma_act(document: ExecutableActDocument) -> bytes:
    """The amending act of the document."""
    law = document.law
    body, analysis = _articles(document)
    facts = _facts(document)
    formula = (
        f'<preamble><formula name="enacting" eId="formula"><p>{escaped(law.formula)}</p></formula></preamble>'
    )
    titles = "".join(f"<p>{escaped(words)}</p>" for words in (law.title, law.caption) if words)
    signature = "".join(f"<p>{escaped(words)}</p>" for words in law.signature)
    closing = f"<conclusions>{signature}</conclusions>" if signature else ""
    written = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}" xmlns:madda="{OURS}">'
        f'<bill name="amending">{meta_of(document, document.acts[0], facts, analysis)}'
        f"<preface>{titles}</preface>{formula}<body>{body}</body>{closing}</bill></akomaNtoso>\n"
    )
    return written.encode()


def _facts(document: ExecutableActDocument) -> ActFacts:
    day = document.at.date()
    country = document.courses[0].facts.country if document.courses else ""
    stage = document.courses[0].facts.stage if document.courses else ""
    events = (
        ActEvent(day, "generation", document.title),
        *(ActEvent(each, "", document.title) for each in document.enters),
    )
    title = document.law.title
    return ActFacts(country, "law", "", None, title, day, document.title, stage, events, "bill")


def _articles(document: ExecutableActDocument) -> tuple[str, str]:
    law = document.law
    written, analysis = "", ""
    for number, article in enumerate(law.articles, start=1):
        found = _Article(f"art_{number}", article, document.courses[number - 1])
        written += found.written()
        analysis += found.analysis
    for number, each in enumerate(law.entering, start=len(law.articles) + 1):
        words = f"<content><p>{escaped(each.words)}</p></content>"
        written += f'<article eId="art_{number}">{_num(each.label)}{words}</article>'
    if analysis:
        analysis = (
            f'<analysis source="#body"><activeModifications>{analysis}</activeModifications></analysis>'
        )
    return written, analysis


def _num(label: str) -> str:
    return f"<num>{escaped(label)}</num>" if label else ""


@dataclass
class _Article:
    """What is ordered about one act, and the modifications that it comes to."""

    eid: str
    article: ActArticle
    course: ActCourse
    analysis: str = field(default="")

    def written(self) -> str:
        work = attribute(work_of(self.course.facts))
        opening = f"<intro><p><ref href={work}>{escaped(self.article.opening)}</ref></p></intro>"
        text = self.course.base
        paragraphs = ""
        for number, said in enumerate(self.article.instructions, start=1):
            before, text = text, execute(text, [said.operation], self.course.scheme)
            paragraphs += self._instruction(f"{self.eid}__para_{number}", said, before, text)
        if not paragraphs:
            opening = opening.replace("intro>", "content>")
        return f'<article eId="{self.eid}">{_num(self.article.label)}{opening}{paragraphs}</article>'

    def _instruction(self, eid: str, said: SaidInstruction, before: Tree, after: Tree) -> str:
        mod = f"{eid}__mod_1"
        try:
            changes = modifications(before, after)
        except NotSayable:
            changes = []
        structures: list[str] = []
        for change in changes:
            if change.structure:
                quoted = f"{mod}__qstr_{len(structures) + 1}"
                structures.append(
                    f'<quotedStructure eId="{quoted}">{self._quoted(quoted, after, change)}</quotedStructure>'
                )
                self._modified(mod, change, quoted)
            else:
                self._modified(mod, change, renumbered=self._renumbered(after, change))
        inside = _brought(said, structures)
        if not inside:
            inside = "".join([*_quoting("\n".join(said.paragraphs), mod), *structures])
        language = f' xml:lang="{said.language}"'
        return (
            f'<paragraph eId="{eid}"{language}>{_num(said.label)}<content><p><mod eId="{mod}">{inside}</mod></p>'
            f"</content></paragraph>"
        )

    def _quoted(self, eid: str, after: Tree, change: Modification) -> str:
        family = {each.key for each in after.family(after.by_key[change.structure])}
        elements = [
            each
            for each in paper_elements(after, self.course.scheme, self.course.language)
            if each.element.key in family
        ]
        return _Quoted(elements, self.course.language, f"{eid}__").structure(change.structure)

    def _renumbered(self, after: Tree, change: Modification) -> str:
        """Under which eId and number the words of the target stand; "" where they keep theirs."""
        if not change.renumbered:
            return ""
        element = after.by_key[change.renumbered]
        label = label_of(PaperElement(element, self.course.scheme, self.course.language))
        place = attribute(f"{work_of(self.course.facts)}#{eid_of(element)}")
        return f"<new href={place} wId={attribute(element.key)}>{_SPAN}{escaped(label)}</span></new>"

    def _modified(self, mod: str, change: Modification, quoted: str = "", renumbered: str = "") -> None:
        place = attribute(f"{work_of(self.course.facts)}#{change.target}")
        pos = f' pos="{change.pos}"' if change.pos else ""
        number = self.analysis.count("<textualMod") + 1
        said = f'<textualMod type="{change.kind}" eId="{self.eid}__pmod_{number}"><source href="#{mod}"/>'
        said += f"<destination href={place}{pos}/>"
        if change.old:
            said += f"<old>{_SPAN}{escaped(change.old)}</span></old><new>{_SPAN}{escaped(change.new)}</span></new>"
        said += f'<new href="#{quoted}"/>' if quoted else renumbered
        self.analysis += f"{said}</textualMod>"


class _Quoted(ActBody):
    """Provisions within a structure that is quoted."""

    def __init__(self, elements: list[PaperElement], language: str, prefix: str) -> None:
        super().__init__(elements, language)
        self.prefix = prefix

    def structure(self, key: str) -> str:
        """A provision with all below it."""
        return self._provision(next(each for each in self.elements if each.element.key == key))

    def _identity(self, each: PaperElement) -> str:
        key = attribute(each.element.key)
        return f" eId={attribute(self.prefix + eid_of(each.element))} wId={key}"


def _brought(said: SaidInstruction, structures: Sequence[str]) -> str:
    """The order and what it brings, where the structures are all that it quotes; "" otherwise.

    The quotation marks are attributes of the first and the last structure; what ends the sentence stands behind them.
    """
    words = "\n".join(said.paragraphs)
    opening = opening_of(words)
    if not structures or said.operation.op not in BRINGS or opening is None:
        return ""
    end = max(
        words.rfind(sign) for sign in _CLOSES[opening[0]]
    )  # what is brought may hold quotations of its own
    if end < opening.start():
        return ""
    marks = [{"startQuote": opening[0]}, *({} for _ in structures[1:])]
    marks[-1]["endQuote"] = words[end]
    quoted = "".join(
        structure.replace(" ", "".join(f' {name}="{sign}"' for name, sign in own.items()) + " ", 1)
        for structure, own in zip(structures, marks, strict=True)
    )
    return f"{escaped(words[: opening.start()].rstrip())} {quoted}{escaped(words[end + 1 :])}"


def _quoting(words: str, mod: str) -> Iterator[str]:
    """A sentence, and in it what it quotes."""
    at = 0
    for number, found in enumerate(_QUOTED.finditer(words), start=1):
        quoted = f'<quotedText eId="{mod}__qtext_{number}">{escaped(found[2])}</quotedText>'
        yield escaped(words[at : found.start(2)]) + quoted
        at = found.end(2)
    yield escaped(words[at:])
