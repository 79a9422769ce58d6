"""How texts of an act are named to readers of issues and of the concordance."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, takewhile
from textwrap import shorten
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.models import Version
from rights.models.unanswered import failed

_LONGEST = 40  # letters of a title in a choice of texts: a name with its day takes two lines at 390 px


def text_name(version: Version) -> str:
    """ "Draft 2" or "Law 118-L", where no other text stands. Read the version with its act."""
    if version.is_draft:
        return version.label
    act = version.instrument
    return f"{act.get_type_display()} {version.law_number or act.number}"


def ended(version: Version) -> str:
    """ "Withdrawn" or "Rejected", of a draft whose amendment failed; "" of other texts. Read it with its amendment."""
    return str(version.draft.amendment.get_state_display()) if version.draft and failed(version) else ""


def text_in_sentence(version: Version) -> str:
    """The name of a text inside a sentence: "draft 2", "the adopted law"."""
    if version.is_draft:
        return _("draft %(number)s") % {"number": version.number}
    return _("the final text")


@dataclass(frozen=True, slots=True)
class TextNames:
    """How texts are named that stand together. `titles` has the amendments by their keys, if there are several."""

    titles: Mapping[Any, str]

    def title(self, version: Version) -> str:
        """The title of the amendment of a draft; "" if one amendment has all drafts."""
        return self.titles.get(version.draft.amendment_id, "") if version.draft else ""

    def dated(self, version: Version, *, with_end: bool = False) -> str:
        """ "Draft 2, 14 November 2026 (Free crossings, withdrawn)" or "Law 118-L"."""
        return _with(_with_day(version), self.title(version), ended(version).lower() if with_end else "")

    def short(self, version: Version) -> str:
        """The name for a choice of texts, also with its end: of a long title only what tells it apart. `dated` is the whole."""
        title = cut_title(self.title(version), self.titles.values())
        return _with(_with_day(version), title, ended(version).lower())

    def brief(self, version: Version) -> str:
        """The name without a day: "Draft 2 (Free crossings)" or "Law 118-L"."""
        return _with(text_name(version), self.title(version))

    def briefest(self, version: Version) -> str:
        """The same, of a long title only what tells it apart. `brief` is the whole."""
        return _with(text_name(version), cut_title(self.title(version), self.titles.values()))

    def in_sentence(self, version: Version) -> str:
        """The name inside a sentence that compares: "draft 2", "draft 2 of 14 November 2026 (Free crossings)", "Law 118-L"."""
        return self._in_sentence(version, self.title(version))

    def short_in_sentence(self, version: Version) -> str:
        """The same, of a long title only what tells it apart. `in_sentence` is the whole."""
        return self._in_sentence(version, cut_title(self.title(version), self.titles.values()))

    def _in_sentence(self, version: Version, title: str) -> str:
        if not title:
            return text_in_sentence(version) if version.is_draft else text_name(version)
        named = {"number": version.number, "day": date_format(localdate(version.sealed_at))}
        return _with(_("draft %(number)s of %(day)s") % named, title)


def _with_day(version: Version) -> str:
    name = text_name(version)
    return f"{name}, {date_format(localdate(version.sealed_at))}" if version.is_draft else name


def cut_title(title: str, titles: Collection[str]) -> str:
    """A long title without its end, and without the words that it shares with others which would be cut like it.

    Brackets that it opens are closed, and those that it closes are opened.
    """
    cut = _cut(title, titles)
    return cut if cut == title else _bracketed(cut)


def _bracketed(words: str) -> str:
    depths = list(accumulate((letter == "(") - (letter == ")") for letter in words))
    opened = -min(0, *depths)
    return f"{'(' * opened}{words}{')' * (depths[-1] + opened)}"


def _cut(title: str, titles: Collection[str]) -> str:
    if len(title) <= _LONGEST:
        return title
    short = _shortened(title)
    alike = [one.split() for one in titles if _shortened(one) == short]
    first = _shared(alike)
    last = _shared([words[first:][::-1] for words in alike])
    own, *every = (" ".join(words[first : len(words) - last]) for words in (title.split(), *alike))
    if not own or not first:
        return _shortened(own or title)
    return "… " + _cut(own, every).removeprefix("… ")


def _shortened(title: str) -> str:
    return shorten(title, _LONGEST, placeholder=" …")


def _shared(titles: Collection[list[str]]) -> int:
    """With how many same words they begin; 0 of one title alone."""
    common = takewhile(lambda words: len(set(words)) == 1, zip(*titles, strict=False))
    return len(list(common)) if len(titles) > 1 else 0


def _with(name: str, *details: str) -> str:
    told = ", ".join(filter(None, details))
    return f"{name} ({told})" if told else name


def names_of(versions: Iterable[Version]) -> TextNames:
    """The names of texts that stand together. Read the versions with their acts and amendments."""
    amendments = {one.draft.amendment for one in versions if one.draft is not None}
    titles = {one.pk: str(one.shown_title) for one in amendments}
    return TextNames(titles if len(titles) > 1 else {})
