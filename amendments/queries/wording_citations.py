"""Which provisions cite a provision and which it cites, as far as a person may read the texts in which they stand."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from amendments.models import EntryText, Instrument, Version, WordingCitation
from amendments.provisions.citing.act_names import is_named
from amendments.provisions.citing.mentions import OWN_ARTICLE
from amendments.queries.provision_page import cite

MOST = 200  # citations that a page looks through
_ARTICLE = "art_"


@dataclass(frozen=True, slots=True)
class CitingLine:
    """A provision that cites, or that is cited; `act` is None where it stands in the same act."""

    provision: UUID
    cited: str
    heading: str
    language: str
    words: str  # of the citation, as they stand in the text
    act: Instrument | None = None


def key_of(eid: str) -> str:
    """The number by which a provision is cited, with a point between the levels: "12.3.1"; "" outside of articles."""
    if not eid.startswith(_ARTICLE):
        return ""
    return ".".join(level.partition("_")[2].lower() for level in eid.split("__"))


def cited_by(user: Any, row: EntryText) -> tuple[CitingLine, ...]:
    """What cites a provision, or one below it: in the text in which it stands, and in the texts in force of other acts."""
    key = key_of(row.entry.eid)
    if not key:
        return ()
    return (*_within(row, key), *_from_other_acts(user, row.entry.version.instrument, key))


def cites(user: Any, row: EntryText) -> tuple[CitingLine, ...]:
    """What a wording cites, in the order of its words; what the person may not read or nobody has imported is left out."""
    found = list(WordingCitation.objects.filter(wording=row.text_id)[:MOST])
    if not found:
        return ()
    acts = _acts(user, {one.act for one in found if one.act})
    own = row.entry.version
    lines: dict[UUID, CitingLine] = {}
    for one in found:
        version = acts.get(one.act) if one.act else own
        entry = _entry(version, absolute(one.key, row.entry.eid)) if version else None
        if entry is not None and entry.entry.provision_id != row.entry.provision_id:
            act = version.instrument if version is not None and one.act else None
            lines.setdefault(entry.entry.provision_id, _line(entry, _said(row, one), act))
    return tuple(lines.values())


def naming(keys: Collection[str]) -> Q:
    """The condition that a citation is of one of these provisions, or of one below; of the own article alone it may be."""
    found = Q()
    for key in keys:
        own = OWN_ARTICLE + key[len(key.partition(".")[0]) :]
        found |= Q(key=key) | Q(key__startswith=f"{key}.")
        if own != OWN_ARTICLE:
            found |= Q(key=own) | Q(key__startswith=f"{own}.")
    return found


def is_below(key: str, keys: Collection[str]) -> bool:
    """Whether a number is one of these, or below one."""
    return any(key == one or key.startswith(f"{one}.") for one in keys)


def absolute(key: str, eid: str) -> str:
    """The number that a citation in the provision `eid` means."""
    own = key_of(eid).partition(".")[0]
    return key.replace(OWN_ARTICLE, own or OWN_ARTICLE, 1)


def in_other_acts(
    user: Any, act: Instrument, keys: Collection[str]
) -> Iterator[tuple[EntryText, WordingCitation]]:
    """What cites provisions of an act in the newest texts of other acts that the person may read."""
    newest = _newest(user).exclude(instrument=act.pk)
    rows = (
        WordingCitation.objects.filter(
            naming(keys), wording__entry_texts__entry__version__in=newest.values("pk")
        )
        .exclude(act="")
        .distinct()[:MOST]
    )
    known = {one.wording_id: one for one in rows if is_named(one.act, act.number, act.title)}
    texts = _texts(EntryText.objects.filter(text__in=known, entry__version__in=newest.values("pk")))
    for text in texts:
        if is_below(known[text.text_id].key, keys):
            yield text, known[text.text_id]


def _within(row: EntryText, key: str) -> Iterator[CitingLine]:
    rows = WordingCitation.objects.filter(
        naming([key]), act="", wording__entry_texts__entry__version=row.entry.version_id
    ).distinct()[:MOST]
    by_wording: dict[int, list[WordingCitation]] = {}
    for one in rows:
        by_wording.setdefault(one.wording_id, []).append(one)
    texts = _texts(EntryText.objects.filter(text__in=by_wording, entry__version=row.entry.version_id))
    for text in texts.exclude(entry__provision=row.entry.provision_id):
        eid = text.entry.eid
        found = next(
            (one for one in by_wording[text.text_id] if is_below(absolute(one.key, eid), [key])), None
        )
        if found:
            yield _line(text, _said(text, found))


def _from_other_acts(user: Any, act: Instrument, key: str) -> Iterator[CitingLine]:
    for text, citation in in_other_acts(user, act, [key]):
        yield _line(text, _said(text, citation), text.entry.version.instrument)


def _texts(rows: QuerySet[EntryText]) -> QuerySet[EntryText]:
    """Authentic wordings that stand, in the order of the law."""
    return (
        rows.filter(language=F("entry__version__instrument__language"), entry__is_repealed=False)
        .select_related("entry__version__instrument", "entry__provision", "text")
        .order_by("entry__version__instrument__title", "entry__order")
    )


def _newest(user: Any) -> QuerySet[Version]:
    """The newest consolidated text of each act that the person may read."""
    readable = Version.objects.visible_to(user).filter(draft=None)
    last = readable.filter(instrument=OuterRef("instrument")).order_by("-number").values("pk")[:1]
    return readable.filter(pk=Subquery(last))


def _acts(user: Any, called: Iterable[str]) -> dict[str, Version]:
    """The newest readable texts of the acts that are called so; a name that two acts bear is none."""
    names = set(called)
    if not names:
        return {}
    found: dict[str, list[Version]] = {name: [] for name in names}
    for version in _newest(user).select_related("instrument"):
        for name in names:
            if is_named(name, version.instrument.number, version.instrument.title):
                found[name].append(version)
    return {name: versions[0] for name, versions in found.items() if len(versions) == 1}


def _entry(version: Version, key: str) -> EntryText | None:
    article = key.partition(".")[0]
    entries = version.entries.filter(Q(eid=_ARTICLE + article) | Q(eid__startswith=f"{_ARTICLE}{article}__"))
    entry = next((one for one in entries if key_of(one.eid) == key), None)
    return _texts(EntryText.objects.filter(entry=entry)).first() if entry else None


def _said(text: EntryText, citation: WordingCitation) -> str:
    return text.text.body[citation.start : citation.end]


def _line(row: EntryText, words: str, act: Instrument | None = None) -> CitingLine:
    return CitingLine(row.entry.provision_id, cite(row), row.text.heading, row.language, words, act)
