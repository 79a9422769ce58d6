"""What provisions are called: their labels, their short names beside the text, their citations."""

from dataclasses import replace

from amendments.models import EntryText, Instrument
from amendments.plugins.registry import scheme_for, scheme_in
from amendments.provisions.citing.names import is_cited_with_table, short_name
from amendments.provisions.printing.label_forms import layout_of
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind

_COUNTED = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def cite(row: EntryText) -> str:
    """The provision as it is cited in the language of its act."""
    instrument = row.entry.version.instrument
    return scheme_for(instrument.country, instrument.language).cite(element_of(row))


def cite_in(row: EntryText, language: str) -> str:
    """The provision as it is cited in a translation, or on a page of that language."""
    return scheme_of_reader(row, language).cite(element_of(row))


def scheme_of_reader(row: EntryText, language: str) -> Scheme:
    """The scheme of the act in that language; its own where there is none."""
    act = row.entry.version.instrument
    own = scheme_for(act.country, act.language)
    return own if language == act.language else scheme_in(act.country, language) or own


def name_of(row: EntryText) -> str:
    """The short name of the provision beside its text: "12.3", "a)"."""
    return short_name(row.entry.number, label_of(row))


def citation_apart(row: EntryText) -> str:
    """The citation of what no number names: the note to an article, row 12 of a table; "" for others."""
    is_named = row.entry.number and not is_cited_with_table(Kind(row.entry.provision.kind), row.entry.number)
    return "" if is_named else cite(row)


def citation_if_needed(row: EntryText) -> str:
    """The same, and the citation of a part or point whose number counts in the provision above it: "point (a) of Article 5"."""
    entry = row.entry
    is_whole = "." in entry.number or Kind(entry.provision.kind) not in _COUNTED
    return citation_apart(row) if is_whole else cite(row)


def name_in(instrument: Instrument, kind: Kind, number: str) -> str:
    """The name of a provision of which only kind and number are known."""
    if not number or "." in number:
        return number
    scheme = scheme_for(instrument.country, instrument.language)
    alone = Element("", kind, number)
    return (
        scheme.cite(alone) if is_cited_with_table(kind, number) else short_name(number, scheme.label(alone))
    )


def label_of(row: EntryText) -> str:
    """What is printed before the provision."""
    instrument = row.entry.version.instrument
    return scheme_for(instrument.country, instrument.language).label(element_of(row))


def element_of(row: EntryText) -> Element:
    """The provision as its scheme knows it."""
    entry = row.entry
    element = Element(
        str(entry.provision_id),
        Kind(entry.provision.kind),
        entry.number,
        entry.eid,
        row.text.heading,
        row.text.body,
    )
    return replace(element, layout=layout_of(entry.label, element))
