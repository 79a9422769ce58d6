"""Which provisions cite a provision and which it cites, as far as a person may read the texts in which they stand."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from amendments.models import EntryText, Instrument, Version, VersionEntry, WordingCitation
from amendments.provisions.citing.mentions import OWN_ARTICLE
from amendments.provisions.citing.ranges import ranges_in
from amendments.provisions.numbers import roman_value
from amendments.provisions.tree import OUTSIDE_THE_LAW
from amendments.queries.law.in_force_now import in_force_first
from amendments.queries.law.named_acts import acts_named, names_of_act
from amendments.queries.law.provision_names import cite

MOST = 200  # citations that a page looks through
_TOGETHER = 200  # numbers of a query, two conditions each: SQLite takes expressions up to a depth of 1,000
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
    """The number by which a provision is cited, with a point between the levels: "12.3.1", also of part III; "" outside of articles."""
    if not eid.startswith(_ARTICLE):
        return ""
    return ".".join(
        str(roman_value(level.removeprefix("para_")) or level.partition("_")[2].lower())
        for level in eid.split("__")
    )


def article_of(eid: str) -> str:
    """The number of the article in which a provision stands."""
    return eid.partition("__")[0].removeprefix(_ARTICLE).lower()


def meant_article(key: str, said: str, articles: Collection[str]) -> str:
    """Of these articles the one that a citation means: beside part 1 of Article 16, "16(1)", there may be an Article 16.1.

    Between Articles 7.1 and 7.5 stands Article 7.2, never part 2 of Article 7.
    """
    having = sorted((one for one in articles if is_below(key, [one])), key=len)
    ranges = [every for first, inner, last in ranges_in(said) if key in (every := [first, *inner, last])]
    meant = [
        one
        for one in having
        if any(one in every for every in ranges)
        or re.search(rf"(?<![\w.(-]){re.escape(one)}(?!\w|[.-]\d)", said.lower())
    ]
    if meant or not having:
        return (meant or [""])[-1]
    is_none = any(end in articles for every in ranges for end in (every[0], every[-1]))
    return "" if is_none else having[0]


def articles_for(version: UUID, keys: Iterable[str]) -> set[str]:
    """The articles of a text under which provisions with these numbers may stand."""
    eids = {_ARTICLE + one for key in keys for one in _and_above(key)}
    found = VersionEntry.objects.filter(version=version, eid__in=eids).values_list("eid", flat=True)
    return {article_of(eid) for eid in found}


def cited_by(user: Any, row: EntryText) -> tuple[CitingLine, ...]:
    """What cites a provision, or one below it: in the text in which it stands, and in the texts in force of other acts.

    Of an act of which nothing is in force yet, the newest text counts.
    """
    key = key_of(row.entry.eid)
    if not key:
        return ()
    return (*_within(row, key), *_from_other_acts(user, row, key))


def cites(user: Any, row: EntryText) -> tuple[CitingLine, ...]:
    """What a provision and its parts cite, in the order of the words; what the person may not read or nobody has imported is left out."""
    found = _citations_in(row)
    if not found:
        return ()
    versions = {
        **{name: version.pk for name, version in _acts(user, {one.act for one in found if one.act}).items()},
        "": row.entry.version_id,
    }
    aims = [
        (one, (versions[one.act], absolute(one.key, row.entry.eid), _words(one)))
        for one in found
        if one.act in versions
    ]
    entries = _entries({place for _, place in aims})
    lines: dict[UUID, CitingLine] = {}
    for one, place in aims:
        entry = entries.get(place)
        if entry is not None and not (place[0] == row.entry.version_id and _is_in(entry.entry.eid, row)):
            act = entry.entry.version.instrument if one.act else None
            lines.setdefault(entry.entry.provision_id, _line(entry, _words(one), act))
    return tuple(lines.values())


def _citations_in(row: EntryText) -> list[WordingCitation]:
    entry = "wording__entry_texts__entry"
    own = Q(**{entry: row.entry_id}) | Q(
        **{f"{entry}__eid__startswith": f"{row.entry.eid}__", f"{entry}__is_repealed": False}
    )
    there = Q(**{f"{entry}__version": row.entry.version_id, "wording__entry_texts__language": row.language})
    found = WordingCitation.objects.filter(own, there).select_related("wording")
    return list(found.order_by(f"{entry}__order", "start", "pk")[:MOST])


def _is_in(eid: str, row: EntryText) -> bool:
    return f"{eid}__".startswith(f"{row.entry.eid}__")


def _words(citation: WordingCitation) -> str:
    return citation.wording.body[citation.start : citation.end]


def naming(keys: Collection[str]) -> Iterator[Q]:
    """Conditions, each for some of these provisions: whatever cites one of them, or one below, meets one of the conditions.

    So may a citation of its own article, which means another provision if the article is another one.
    """
    highest = [key for key in keys if not is_below(key.rpartition(".")[0], keys)]
    for at in range(0, len(highest), _TOGETHER):
        some = highest[at : at + _TOGETHER]
        own = [OWN_ARTICLE + key[key.index(".") :] for key in some if "." in key]
        found = Q(key__in=[*some, *own])
        for key in (*some, *own):
            found |= Q(key__startswith=f"{key}.")
        yield found


def is_below(key: str, keys: Collection[str]) -> bool:
    """Whether a number is one of these, or below one."""
    while key and key not in keys:
        key = key.rpartition(".")[0]
    return bool(key)


def absolute(key: str, eid: str) -> str:
    """The number that a citation in the provision `eid` means."""
    own = key_of(eid).partition(".")[0]
    return key.replace(OWN_ARTICLE, own or OWN_ARTICLE, 1)


def in_other_acts(
    user: Any, texts: QuerySet[Version], act: Instrument, keys: Collection[str]
) -> Iterator[tuple[EntryText, tuple[WordingCitation, ...]]]:
    """What cites provisions of an act in these texts of other acts, with the citations of each text."""
    others = texts.exclude(instrument=act.pk).values("pk")
    called = [
        WordingCitation.objects.filter(some, wording__entry_texts__entry__version__in=others)
        .exclude(act="")
        .exclude(key__startswith=OWN_ARTICLE)
        for some in naming(keys)
    ]
    acts = (rows.order_by().values_list("act", flat=True).distinct() for rows in called)
    readable = Instrument.objects.filter(pk__in=texts.values("instrument"))
    own = names_of_act(user, act, chain.from_iterable(acts), readable)
    if not own:
        return
    rows = chain.from_iterable(rows.filter(act__in=own).distinct()[:MOST] for rows in called)
    by_wording = _by_wording(islice(rows, MOST))
    for text in _texts(EntryText.objects.filter(text__in=by_wording, entry__version__in=others)):
        yield text, tuple(by_wording[text.text_id])


def newest_texts(user: Any) -> QuerySet[Version]:
    """The newest consolidated text of each act that the person may read, also if it is not in force yet."""
    readable = Version.objects.visible_to(user).filter(draft=None)
    last = readable.filter(instrument=OuterRef("instrument")).order_by("-number").values("pk")[:1]
    return readable.filter(pk=Subquery(last))


def _by_wording(rows: Iterable[WordingCitation]) -> dict[int, list[WordingCitation]]:
    found: dict[int, list[WordingCitation]] = {}
    for one in rows:
        found.setdefault(one.wording_id, []).append(one)
    return found


def _within(row: EntryText, key: str) -> Iterator[CitingLine]:
    [condition] = naming([key])
    rows = WordingCitation.objects.filter(
        condition, act="", wording__entry_texts__entry__version=row.entry.version_id
    )
    by_wording = _by_wording(rows.distinct()[:MOST])
    texts = _texts(EntryText.objects.filter(text__in=by_wording, entry__version=row.entry.version_id))
    others = texts.exclude(entry__provision=row.entry.provision_id)
    for text, found in _meaning(row, key, [(text, by_wording[text.text_id]) for text in others]):
        yield _line(text, _said(text, found))


def _from_other_acts(user: Any, row: EntryText, key: str) -> Iterator[CitingLine]:
    act = row.entry.version.instrument
    for text, found in _meaning(row, key, in_other_acts(user, _in_force(user), act, [key])):
        yield _line(text, _said(text, found), text.entry.version.instrument)


def _meaning(
    row: EntryText, key: str, citing: Iterable[tuple[EntryText, Iterable[WordingCitation]]]
) -> Iterator[tuple[EntryText, WordingCitation]]:
    """The texts that cite a provision or one below it, each with its first citation that means it."""
    below = [
        (text, one, cited)
        for text, citations in citing
        for one in citations
        if is_below(cited := absolute(one.key, text.entry.eid), [key])
    ]
    articles = articles_for(row.entry.version_id, {cited for _, _, cited in below}) if below else set()
    own, told = article_of(row.entry.eid), set[int]()
    for text, one, cited in below:
        if text.pk not in told and meant_article(cited, _said(text, one), articles) == own:
            told.add(text.pk)
            yield text, one


def _texts(rows: QuerySet[EntryText]) -> QuerySet[EntryText]:
    """Authentic wordings that stand, in the order of the law, without the notes on how the act came to be."""
    return (
        rows.filter(language=F("entry__version__instrument__language"), entry__is_repealed=False)
        .exclude(entry__provision__kind__in=OUTSIDE_THE_LAW)
        .select_related("entry__version__instrument", "entry__provision", "text")
        .order_by("entry__version__instrument__title", "entry__order")
    )


def _in_force(user: Any) -> QuerySet[Version]:
    """The text in force of each act, as far as the person may read it; the newest one where none is in force yet."""
    readable = Version.objects.visible_to(user).filter(draft=None)
    last = in_force_first(readable.filter(instrument=OuterRef("instrument"))).values("pk")[:1]
    return readable.filter(pk=Subquery(last))


def _acts(user: Any, called: Iterable[str]) -> dict[str, Version]:
    """The readable texts of the acts that are called so; a name that two acts bear is none."""
    names = set(called)
    texts = (
        {text.instrument_id: text for text in _in_force(user).select_related("instrument")} if names else {}
    )
    meant = acts_named(user, names, [text.instrument for text in texts.values()])
    return {name: texts[act.pk] for name, act in meant.items()}


def _entries(wanted: Collection[tuple[UUID, str, str]]) -> dict[tuple[UUID, str, str], EntryText]:
    """The wordings that stand in these versions under these numbers, as they are said; two queries."""
    articles = {_ARTICLE + above for _, key, _ in wanted for above in _and_above(key)}
    condition = Q(eid__in=articles)
    for article in articles:
        condition |= Q(eid__startswith=f"{article}__")
    entries = VersionEntry.objects.filter(condition, version__in={version for version, _, _ in wanted})
    places: dict[tuple[UUID, str], dict[str, int]] = {}
    for pk, version, eid in entries.values_list("pk", "version", "eid"):
        places.setdefault((version, key_of(eid)), {}).setdefault(article_of(eid), pk)
    asked: dict[int, list[tuple[UUID, str, str]]] = {}
    for one in wanted:
        version, key, said = one
        if there := places.get((version, key)):
            asked.setdefault(there[meant_article(key, said, there)], []).append(one)
    texts = _texts(EntryText.objects.filter(entry__in=asked))
    return {one: text for text in texts for one in asked[text.entry_id]}


def _and_above(key: str) -> Iterator[str]:
    """A number and those that it begins with, down to that of an article."""
    while key:
        yield key
        key = key.rpartition(".")[0]


def _said(text: EntryText, citation: WordingCitation) -> str:
    return text.text.body[citation.start : citation.end]


def _line(row: EntryText, words: str, act: Instrument | None = None) -> CitingLine:
    return CitingLine(row.entry.provision_id, cite(row), row.text.heading, row.language, words, act)
