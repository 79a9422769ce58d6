"""The text of an act as Akoma Ntoso 3.0, the OASIS standard for legal documents in XML.

Each provision bears its eId, and its UUID as wId and GUID: the UUID stays the same in every version. What the standard
has no element for is an `hcontainer` with the name of our kind. The printed number is in `num`; the number alone, and how
the provision is printed in lines and cells, are attributes of our namespace.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from unicodedata import normalize
from xml.sax.saxutils import escape, quoteattr

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind, LiftedMark
from amendments.renderers.akoma_lines import label_of, printed_form
from amendments.renderers.paper.documents import (
    ActEvent,
    ActFacts,
    PaperAct,
    PaperDocument,
    PaperElement,
    SingleActDocument,
)
from amendments.renderers.unprintable import pictured

MEDIA_TYPE = "application/akn+xml"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:madda:provisions"
NAMES = {
    Kind.SECTION: "part",
    Kind.CHAPTER: "chapter",
    Kind.DIVISION: "division",
    Kind.ARTICLE: "article",
    Kind.PART: "paragraph",
    Kind.POINT: "subparagraph",
    Kind.SUBPOINT: "point",
}
_LANGUAGES = {"az": "aze", "en": "eng", "ru": "rus"}
_NOT_IN_URIS = re.compile(r"[^0-9a-z]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_CYRILLIC = "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
_LATIN = str.maketrans({"ə": "e", "ı": "i", **dict(pair.split("=") for pair in _CYRILLIC.split(" "))})
_IN_FORCE = '<TLCConcept eId="inForce" href="/akn/ontology/concept/inForce" showAs="entry into force"/>'
_LISTED = re.compile(r"\[(\d+)\]")


def as_akoma_ntoso(document: SingleActDocument) -> bytes:
    """The act of the document."""
    act = document.acts[0]
    facts = act.facts
    if facts is None:
        raise LookupError("an act in Akoma Ntoso says what identifies it")
    elements = [each for item in act.items for each in item.after]
    written = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}" xmlns:madda="{OURS}">'
        f'<act name={quoteattr(facts.kind)} contains="singleVersion">{meta_of(document, act, facts)}'
        f"{ActBody(elements, act.language).written()}</act></akomaNtoso>\n"
    )
    return written.encode()


def work_of(facts: ActFacts) -> str:
    """The address of an act through time, as the naming convention of the standard has it."""
    country = facts.country or "xx"  # of a fictional act
    year = str(facts.adopted.year) if facts.adopted else "nn"
    return f"/akn/{country}/{facts.document}/{year}/{_in_uri(facts.number or facts.title)}"


def meta_of(document: PaperDocument, act: PaperAct, facts: ActFacts, analysis: str = "") -> str:
    """What identifies the act and this text of it."""
    work = work_of(facts)
    language = _LANGUAGES.get(act.language, act.language)
    expression = f"{work}/{language}@{facts.day.isoformat()}" + (f":{facts.stage}" if facts.stage else "")
    author = '<FRBRauthor href="#body"/>'
    levels = (
        f"<FRBRWork>{_level(work, facts.adopted or facts.day, author)}"
        f"<FRBRcountry value={attribute(facts.country or 'xx')}/>"
        f"<FRBRnumber value={attribute(facts.number or 'nn')}/><FRBRname value={attribute(facts.title)}/></FRBRWork>"
        f"<FRBRExpression>{_level(expression, facts.day, author)}"
        f'<FRBRversionNumber value={attribute(facts.version)}/><FRBRlanguage language="{language}"/></FRBRExpression>'
        f"<FRBRManifestation>{_level(expression, document.at.date(), author, '.xml')}"
        '<FRBRformat value="application/akn+xml"/></FRBRManifestation>'
    )
    events = "".join(
        f'<eventRef eId="event_{n}" date="{event.day.isoformat()}" {_kind_of(event)} source="#source_{n}"/>'
        for n, event in enumerate(facts.events, start=1)
    )
    sources = "".join(
        f'<passiveRef eId="source_{n}" href={attribute(f"#event_{n}")} showAs={attribute(event.source)}/>'
        for n, event in enumerate(facts.events, start=1)
    )
    lifecycle = (
        f'<lifecycle source="#body">{events}</lifecycle>' if events else ""
    )  # an empty one is not valid
    return (
        f'<meta><identification source="#body">{levels}</identification>'
        f'{lifecycle}{analysis}{_in_force(facts)}<references source="#body">{sources}'
        f'<TLCOrganization eId="body" href="#body" showAs={attribute(document.author)}/>'
        f"{_IN_FORCE if _in_force(facts) else ''}</references>"
        f'<proprietary source="#body"><madda:hash>{escaped(document.identity)}</madda:hash>'
        f"<madda:warning>{escaped(act.block.warning)}</madda:warning></proprietary></meta>"
    )


def _kind_of(event: ActEvent) -> str:
    """The standard has no type for the entry into force: a concept names it."""
    return f'type="{event.kind}"' if event.kind else 'refersTo="#inForce"'


def _in_force(facts: ActFacts) -> str:
    """From when the act is in force, as intervals that begin with an event."""
    groups = "".join(
        f'<temporalGroup eId="period_{n}"><timeInterval start="#event_{n}" refersTo="#inForce"/></temporalGroup>'
        for n, event in enumerate(facts.events, start=1)
        if not event.kind
    )
    return f'<temporalData source="#body">{groups}</temporalData>' if groups else ""


def _level(uri: str, day: date, author: str, suffix: str = "") -> str:
    return (
        f"<FRBRthis value={attribute(f'{uri}/!main{suffix}')}/><FRBRuri value={attribute(uri + suffix)}/>"
        f'<FRBRdate date="{day.isoformat()}" name="Generation"/>{author}'
    )


def _in_uri(words: str) -> str:
    """In the letters of an address: “Tələbə təqaüdləri” is “telebe-teqaudleri”."""
    latin = _ACCENTS.sub("", normalize("NFKD", words.lower().translate(_LATIN))).translate(_LATIN)
    return _NOT_IN_URIS.sub("-", latin).strip("-") or "nn"


class ActBody:
    """The provisions of an act, each within the one under which it stands."""

    def __init__(self, elements: list[PaperElement], language: str) -> None:
        self.elements = elements
        self.language = language
        self.below: Mapping[str, list[PaperElement]] = defaultdict(list)
        holders = nested((each.element.key, each.element.parent) for each in self.elements)
        for each, holder in zip(self.elements, holders, strict=True):
            self.below[holder].append(each)
        lists = (each.element for each in self.elements if each.element.kind is Kind.APPARATUS)
        self.named: set[str] = set()
        self.notes = {n: _note_id(e, n) for e in lists for n in _LISTED.findall(e.text)}

    def written(self) -> str:
        top = list(self.below[""])
        opening = ""
        for kind, name in ((Kind.TITLE, "preface"), (Kind.PREAMBLE, "preamble")):
            if top and top[0].element.kind is kind and not self.below[top[0].element.key]:
                opening += self._opening(top.pop(0), name)
        closing = ""
        if top and top[-1].element.kind is Kind.CLOSING and not self.below[top[-1].element.key]:
            closing = self._opening(top.pop(), "conclusions")
        return f"{opening}<body>{''.join(self._provision(each) for each in top)}</body>{closing}"

    def _opening(self, each: PaperElement, name: str) -> str:
        return f"<{name}{self._identity(each)}>{''.join(self._paragraphs(each.element))}</{name}>"

    def _provision(self, each: PaperElement) -> str:
        element = each.element
        name = NAMES.get(element.kind, "hcontainer")
        kind = f' name="{element.kind}"' if name == "hcontainer" else ""
        status = ' status="removed"' if element.repealed else ""
        number = f" madda:number={attribute(element.number)}" if element.number else ""
        return (
            f"<{name}{kind}{self._identity(each)}{status}{number}>{self._head(each)}"
            f"{self._content(element)}</{name}>"
        )

    def _identity(self, each: PaperElement) -> str:
        element = each.element
        eid = element.eid or f"p_{element.key}"
        language = f' xml:lang="{each.language}"' if each.language != self.language else ""
        form = printed_form(each)
        printed = f" madda:printed={attribute(form)}" if form else ""
        key = attribute(element.key)
        return f" eId={attribute(eid)} wId={key} GUID={key}{language}{printed}"

    def _head(self, each: PaperElement) -> str:
        element = each.element
        marks = "".join(self._mark(mark) for mark in element.marks if mark.field == "number")
        label = escaped(label_of(each))
        number = f"<num>{label}{marks}</num>" if label or marks else ""
        heading = self._words(element, "heading")
        return number + (f"<heading>{heading}</heading>" if heading else "")

    def _content(self, element: Element) -> str:
        below = "".join(self._provision(each) for each in self.below[element.key])
        own = (
            self._table(element)
            if element.kind in (Kind.TABLE, Kind.ROW)
            else "".join(self._paragraphs(element))
        )
        if below:
            return (f"<intro>{own}</intro>" if own else "") + below
        return f"<content>{own or '<p/>'}</content>"

    def _paragraphs(self, element: Element) -> Iterator[str]:
        """The paragraphs of a text; a footnote of a closing list can be found by its number."""
        at = 0
        has_words = element.text or any(mark.field == "text" for mark in element.marks)
        for line in element.text.split("\n") if has_words else ():
            listed = _LISTED.match(line) if element.kind is Kind.APPARATUS else None
            found = self._note(_note_id(element, listed[1])) if listed else ""
            yield f"<p{found}>{self._words(element, 'text', at, at + len(line))}</p>"
            at += len(line) + 1

    def _note(self, eid: str) -> str:
        """The eId of a footnote; a number that is printed twice names the first one."""
        if eid in self.named:
            return ""
        self.named.add(eid)
        return f" eId={attribute(eid)}"

    def _table(self, element: Element) -> str:
        if not element.text and not element.marks:
            return ""
        if element.kind is Kind.TABLE:
            rows = [[self._lines(element, cell) for cell in row] for row in grid(element.text)]
        else:
            rows = [[self._lines(element, cell) for cell in _places(element.text)]]
        written = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        return f"<table>{written}</table>"

    def _lines(self, element: Element, places: Iterable[tuple[int, int]]) -> str:
        return "".join(f"<p>{self._words(element, 'text', *place)}</p>" for place in places)

    def _words(self, element: Element, part: str, start: int = 0, end: int | None = None) -> str:
        """Some words of a provision, with the footnote marks that stand among them."""
        words = element.heading if part == "heading" else element.text
        end = len(words) if end is None else end
        written, at = "", start
        for mark in sorted(element.marks, key=lambda mark: mark.offset):
            if mark.field == part and start <= mark.offset <= end:
                written += escaped(words[at : mark.offset]) + self._mark(mark)
                at = mark.offset
        return written + escaped(words[at:end])

    def _mark(self, mark: LiftedMark) -> str:
        note = self.notes.get(mark.number, f"note_{mark.number}")
        return f"<noteRef marker={attribute(mark.number)} href={attribute(f'#{note}')}/>"


def nested(places: Iterable[tuple[str, str]]) -> Iterator[str]:
    """For provisions in order, each a key and that of its parent, the key of what each is written in.

    A list of rows goes on behind words of its table, where the row above it is closed: it is written further out.
    """
    holders: dict[str, str] = {}
    opened: list[str] = []
    for key, holder in places:
        while holder in holders and holder not in opened:
            holder = holders[holder]
        if not holder or holder in opened:
            del opened[opened.index(holder) + 1 if holder else 0 :]
        holders[key] = holder
        opened.append(key)
        yield holder


def _places(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the paragraphs of each cell of a row stand."""
    at = 0
    for cell in text.split(CELL_BORDER):
        places = []
        for line in cell.split("\n"):
            places.append((at, at + len(line)))
            at += len(line) + 1
        yield places


def _note_id(element: Element, number: str) -> str:
    return f"{element.eid or element.key}__note_{number}"


def escaped(words: str) -> str:
    """Words between tags."""
    return escape(pictured(words))


def attribute(words: str) -> str:
    """The value of an attribute, in quotation marks."""
    return quoteattr(pictured(words))
