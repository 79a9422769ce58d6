"""What still cites a provision that a list repeals or takes out: "12.3 is cited by 14.1, which stays"."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any
from uuid import UUID

from amendments.instructions.execute import words_of
from amendments.models import AmendedAct, Instrument, WordingCitation
from amendments.plugins.registry import scheme_in
from amendments.provisions.citing.mentions import mentions
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Tree
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of
from amendments.queries.law.provision_names import cite_in
from amendments.queries.law.wording_citations import (
    absolute,
    article_of,
    in_other_acts,
    is_below,
    key_of,
    meant_article,
    naming,
    newest_texts,
)
from amendments.text.language import reader_language

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class LeftCiting:
    """A citation that leads nowhere once the list is law; `act` is None within the act itself."""

    gone: str
    citing: str
    provision: UUID  # that cites
    act: Instrument | None = None


def left_citing(user: Any, draft: WorkingDraft, before: Tree, after: Tree) -> tuple[LeftCiting, ...]:
    """The citations that a text leaves behind against the one before; none where nothing is repealed or taken out."""
    gone = {each.eid: each for each in before if key_of(each.eid) and _is_gone(each, after)}
    if not gone:
        return ()
    articles = {article_of(each.eid) for each in before}
    others = (
        LeftCiting(
            _name(draft, gone[eid]),
            cite_in(text, reader_language()),
            text.entry.provision_id,
            text.entry.version.instrument,
        )
        for text, citations in in_other_acts(user, newest_texts(user), draft.act.instrument, _numbers(gone))
        for citation in citations
        if (eid := _meant(gone, citation.key, text.text.body[citation.start : citation.end], articles))
    )
    return tuple(islice(dict.fromkeys((*_within(draft, gone, after), *others)), MOST_SHOWN))


def _is_gone(each: Element, after: Tree) -> bool:
    standing = after.by_key.get(each.key)
    return not each.repealed and (standing is None or standing.repealed)


def _within(draft: WorkingDraft, gone: Mapping[str, Element], after: Tree) -> Iterator[LeftCiting]:
    """What stays in the act itself. Only what cites by the rows of the base, and what the list changes, is read."""
    scheme = scheme_of(draft.act)
    read, words = _scheme_as_read(draft.act), words_of(scheme)
    if words is None:
        return
    own = WordingCitation.objects.filter(
        act="", wording__entry_texts__entry__version=draft.act.base_version_id
    )
    citing = (
        own.filter(some).values_list("wording__provision", flat=True) for some in naming(_numbers(gone))
    )
    articles = {article_of(each.eid) for each in draft.base}
    known = {str(pk) for pk in chain.from_iterable(citing)}
    for each in after:
        old = draft.base.by_key.get(each.key)
        is_read = each.key in known or old is None or old.text != each.text
        if each.repealed or each.kind in OUTSIDE_THE_LAW or not is_read:
            continue
        for found in mentions(each.text, words):
            said = each.text[found.start : found.end]
            eid = "" if found.act else _meant(gone, absolute(found.key, each.eid), said, articles)
            if eid:
                yield LeftCiting(_name(draft, gone[eid]), read.cite(each), UUID(each.key))
                break


def _meant(gone: Mapping[str, Element], key: str, said: str, articles: Collection[str]) -> str:
    """The `eid` of what is gone, if a citation means it or what stands below it; else ""."""
    above = [eid for eid in gone if is_below(key, [key_of(eid)])]
    meant = meant_article(key, said, articles) if above else ""
    return next((eid for eid in above if article_of(eid) == meant), "")


def _numbers(gone: Mapping[str, Element]) -> set[str]:
    return {key_of(eid) for eid in gone}


def _name(draft: WorkingDraft, gone: Element) -> str:
    """The provision that is gone, as it is cited."""
    return _scheme_as_read(draft.act).cite(gone)


def _scheme_as_read(act: AmendedAct) -> Scheme:
    """How the provisions of an act are cited in the language of the page."""
    return scheme_in(act.instrument.country, reader_language()) or scheme_of(act)
