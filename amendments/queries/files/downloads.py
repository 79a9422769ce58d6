"""What is read on a page, as a document that leaves the site as a file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

from amendments.exporters import exporters_of
from amendments.hooks import REMARKS, collect
from amendments.models import Draft, Version
from amendments.queries.languages.editions import Edition
from amendments.queries.languages.shown_texts import ShownTexts
from amendments.queries.law.act_facts import act_facts
from amendments.queries.law.act_titles import shown_title_in
from amendments.queries.law.column_names import column_name
from amendments.queries.law.in_force_now import coming_among, standing_of
from amendments.queries.showing.trees import tree_of
from amendments.redline.compare import compare
from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.documents import (
    CommentedDocument,
    ComparisonDocument,
    PaperAct,
    PaperDocument,
    PaperElement,
    PaperItem,
    RedlineDocument,
    Remark,
    SingleActDocument,
    TableWords,
    TextDocument,
    TitleBlock,
    compared,
    paper_elements,
    unchanged,
)
from amendments.text.entry_words import coming_in_words
from amendments.text.language import reader_language

_LONGEST_NAME = 90  # characters of a file name, so that every system takes it with its folders
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')

D = TypeVar("D", bound=PaperDocument)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of an act."""

    before: Version
    after: Version


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """A format that the menu of a page offers."""

    label: Any
    url: str
    suffix: str


def downloads(kind: type[PaperDocument], below: str, act: str = "", **asked: str) -> list[DownloadLink]:
    """The formats of a kind of document below the address of a page; of one of several acts, if its slug is given."""
    wanted = {**({"act": act} if act else {}), **asked}
    query = f"?{urlencode(wanted)}" if wanted else ""
    return [
        DownloadLink(exporter.label, f"{below}download/{exporter.slug}/{query}", exporter.suffix)
        for exporter in exporters_of(kind)
    ]


def text_document(
    user: Any,
    text: Draft | Version,
    versions: Sequence[Version],
    shown: ShownTexts,
    *,
    is_whole: bool = True,
) -> TextDocument:
    """The texts of a draft or of a consolidated version in the words that the reader reads; without them, if not whole."""
    acts = [
        PaperAct(
            _block(user, text, version),
            _items(version, shown) if is_whole else (),
            version.instrument.language,
            **_said_of_repeals(version),
        )
        for version in versions
    ]
    if len(acts) > 1:
        return _document(TextDocument, text, versions, acts)
    only = replace(acts[0], facts=act_facts(user, versions[0]))
    return _document(SingleActDocument, text, versions, [only])


def _items(version: Version, shown: ShownTexts) -> Any:
    editions = shown.editions(version, tree_of(version))
    found = paper_by_edition([editions.authentic, editions.translation])
    return unchanged(
        found[editions.of(element.key) is not editions.authentic][element.key]
        for element in editions.authentic.tree
    )


def compared_document(
    user: Any,
    kind: type[D],
    text: Draft | Version,
    pairs: Sequence[Pair],
    shown: ShownTexts,
    said: Mapping[str, Sequence[Remark]],
    *,
    is_whole: bool = True,
) -> D:
    """Versions against others in the words that the reader reads; without them, if not whole."""
    acts = [
        PaperAct(
            _block(user, text, pair.after, pair.before),
            _compared(pair, shown) if is_whole else (),
            pair.after.instrument.language,
            _table_words(user, pair, has_columns=issubclass(kind, ComparisonDocument)),
            tuple(said.get(str(pair.after.pk), ())),
            **_said_of_repeals(pair.after),
        )
        for pair in pairs
    ]
    return _document(kind, text, [pair.after for pair in pairs], acts)


def is_remarked_on(request: HttpRequest, text: Draft | Version) -> bool:
    """Whether other apps say anything about a draft that the reader of the page may read."""
    return isinstance(text, Draft) and any(source.stand_on(request, text) for source in collect(REMARKS))


def remarks_on(user: Any, text: Draft | Version) -> dict[str, list[Remark]]:
    """What other apps say about a draft, for this person, by version."""
    found: dict[str, list[Remark]] = {}
    for source in collect(REMARKS) if isinstance(text, Draft) else ():
        for version, remarks in source.of(user, text).items():
            found.setdefault(version, []).extend(remarks)
    return found


def _compared(pair: Pair, shown: ShownTexts) -> tuple[PaperItem, ...]:
    """The authentic words say what became of which provision, as on the page (`row_making.compared_rows`)."""
    old, new = (shown.editions(each, tree_of(each)) for each in (pair.before, pair.after))
    was, now = (paper_by_edition([each.authentic, each.translation]) for each in (old, new))
    found: list[PaperItem] = []
    for item in compare(old.authentic.tree, new.authentic.tree).provisions:
        is_translated = all(
            each.translation is not None and each.translation.holds(keys)
            for each, keys in ((old, item.before), (new, item.after))
        )
        found += compared([item], was[is_translated], now[is_translated])
    return tuple(found)


class _SaidOfRepeals(TypedDict):
    repealed: str
    repealed_note: str


def _said_of_repeals(version: Version) -> _SaidOfRepeals:
    """What a text says of a repealed provision: in the language of the act, as a part of its text."""
    with override(version.instrument.language):
        return {"repealed": _("Repealed; the number stays."), "repealed_note": _("Repealed.")}


def _table_words(user: Any, pair: Pair, *, has_columns: bool) -> TableWords:
    before, after = ((column_name(user, each) if has_columns else "") for each in (pair.before, pair.after))
    return TableWords(
        before=before,
        after=after,
        moved=_("moved"),
        same=_("The two texts are the same."),
        renumbered=_("was %(other)s"),
        legend=(
            Span(Mark.DELETED, _("deleted words")),
            Span(Mark.KEPT, ", "),
            Span(Mark.INSERTED, _("inserted words")),
        ),
    )


def paper_by_edition(editions: Iterable[Edition | None]) -> list[dict[str, PaperElement]]:
    """The provisions of each edition, by their keys."""
    return [
        {each.element.key: each for each in paper_elements(edition.tree, edition.scheme, edition.language)}
        if edition
        else {}
        for edition in editions
    ]


def _document(
    kind: type[D], text: Draft | Version, versions: Sequence[Version], acts: Iterable[PaperAct]
) -> D:
    first = versions[0].instrument
    about = _page_title(text)
    short = first.number if len(versions) == 1 and first.number else about
    return kind(
        name=_said_of(kind, file_name(short, str(text.label))),
        title=f"{about} – {text.label}",
        author=drafting_body_of(text),
        at=timezone.localtime(text.sealed_at),
        identity=text.root_hash,
        language=reader_language(),
        acts=tuple(acts),
    )


def _said_of(kind: type[PaperDocument], name: str) -> str:
    """The name of a file, with what it shows of the text."""
    if issubclass(kind, RedlineDocument):
        return _("%(name)s, changes") % {"name": name}
    if issubclass(kind, CommentedDocument):
        return _("%(name)s, changes and comments") % {"name": name}
    if issubclass(kind, ComparisonDocument):
        return _("%(name)s, comparative table") % {"name": name}
    return name


def drafting_body_of(text: Draft | Version) -> str:
    """The name of the body that drafted a text."""
    page: Any = text.page
    return str(page.drafting_body.title)


def _page_title(text: Draft | Version) -> str:
    return text.shown_title if isinstance(text, Draft) else shown_title_in(text)


def file_name(act: str, text: str) -> str:
    """A name that people recognise in their folder: “27-L – Draft 2”."""
    if len(act) > _LONGEST_NAME:  # cut at the end of a word
        act = f"{act[:_LONGEST_NAME].rpartition(' ')[0] or act[:_LONGEST_NAME]}…"
    words = _NOT_IN_NAMES.sub(" ", f"{act.strip()} – {text}")
    return " ".join(words.split())


def draft_file_name(draft: Draft, versions: Iterable[Version], title: str) -> str:
    """By the numbers of the acts that the draft amends; where none has one, by the title."""
    numbers = ", ".join(version.instrument.number for version in versions if version.instrument.number)
    return file_name(numbers or title, str(draft.label))


def _standing(user: Any, version: Version) -> str:
    """From when a consolidated text is the law, or that it is not the law yet, or no longer; "" for others."""
    if version.draft_id is not None:
        return ""
    standing = standing_of(user, version)
    if not standing.is_coming:
        if standing.present:
            return _("Earlier text. The text in force is %(text)s.") % {"text": standing.present.label}
        return _("in force from %(date)s") % {"date": date_format(standing.day)} if standing.day else ""
    return coming_in_words(standing.day)


def _block(user: Any, text: Draft | Version, version: Version, before: Version | None = None) -> TitleBlock:
    act = version.instrument
    title, sealed = (
        shown_title_in(version),
        date_format(timezone.localtime(text.sealed_at), "DATETIME_FORMAT"),
    )
    of_act = [
        act.get_type_display(),
        _("No. %(number)s") % {"number": act.number} if act.number else "",
        date_format(act.date, "DATE_FORMAT") if act.date else "",
    ]
    against = ""
    if before is not None:
        day = date_format(timezone.localtime(before.sealed_at), "DATE_FORMAT")
        against = _("against %(before)s, sealed %(date)s") % {"before": before.label, "date": day}
    of_text = [str(text.label), _("sealed %(date)s") % {"date": sealed}, text.sealed_by_label]
    said = (" · ".join(filter(None, each)) for each in (of_act, of_text))
    coming = [
        f"{text.label}. {coming_in_words(day)}" for text, day in coming_among([before] if before else [])
    ]
    lines = [*said, *filter(None, (_standing(user, version), against)), *coming]
    if isinstance(text, Draft):  # the amendment; the title above is that of the act
        lines.insert(0, _page_title(text))
    warning = f"{_('Not an official text.')} {_('Only the official gazette is authentic.')}"
    return TitleBlock(
        title=title,
        lines=tuple(lines),
        running=f"{title} · {text.label} · {date_format(timezone.localtime(text.sealed_at), 'DATE_FORMAT')}",
        foot=f"{_('check code')} {text.root_hash}",
        warning="" if act.is_official else warning,
        page_of=_("page %(page)s of %(pages)s"),
        language=reader_language(),
    )
