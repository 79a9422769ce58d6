"""What an act is called in each of its texts: a law may change the title."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from django.contrib.auth.models import AnonymousUser

from amendments.models import EntryText, Instrument, Version
from amendments.provisions.tree import Element, Kind
from amendments.queries.law.in_force_now import text_in_force

Lines = Sequence[str]  # those of a title


def title_in(version: Version) -> str:
    """The title of the act in a text; for the draft of an amendment, in the text that it changes.

    It is read once for a row.
    """
    kept: dict[str, str] = vars(version)
    if "_title" not in kept:
        kept["_title"] = _title(version)
    return kept["_title"]


def _title(version: Version) -> str:
    text, act = version.parent_id if version.is_draft else version.pk, version.instrument
    rows = _rows(act)
    number = next((number for key, number, _words in rows if key == text), None)
    return str(act.title) if number is None else _title_at(act, _lines(rows), number)


def shown_title_in(version: Version) -> str:
    """The same for a reader; the translated title is that of the present one."""
    title, act = title_in(version), version.instrument
    return act.shown_title if title == act.title else title


def title_of_law(act: Instrument) -> str:
    """The title in the text that is in force and that everybody may read; the stored one where no law changed it."""
    public = Version.objects.visible_to(AnonymousUser()).filter(instrument=act, draft=None)
    present = text_in_force(list(public.prefetch_related("commencements").order_by("number")))
    given = _last_change(_lines(_rows(act)), present.number) if present else ""
    return _alike(given, act) or str(act.title)


def title_after(title: str, before: Iterable[Element], after: Iterable[Element]) -> str:
    """The title that a text gives to an act of this title."""
    was, now = (
        [line for one in each if one.kind is Kind.TITLE for line in _split(one.text or one.heading)]
        for each in (before, after)
    )
    return _changed(was, now)[1] or title


def _title_at(act: Instrument, lines: dict[int, Lines], number: int) -> str:
    if said := _last_change(lines, number):
        return _alike(said, act)
    later = [(was, now) for was, now in _changes(lines, number, max(lines, default=0)) if now]
    is_renamed = act.title.casefold() in {now.casefold() for _was, now in later}
    return later[0][0] if is_renamed else str(act.title)


def _alike(title: str, act: Instrument) -> str:
    """As the act is stored, where only capitals differ."""
    return str(act.title) if title.casefold() == act.title.casefold() else title


def _last_change(lines: dict[int, Lines], number: int) -> str:
    """The title that the last law up to a text gave; "" where none did."""
    return next((now for _was, now in reversed(_changes(lines, 0, number)) if now), "")


def _changes(lines: dict[int, Lines], after: int, until: int) -> list[tuple[str, str]]:
    """How the texts behind one and up to another changed the title."""
    return [_changed(lines[old], lines[new]) for old, new in pairwise(sorted(lines)) if after < new <= until]


def _changed(was: Lines, now: Lines) -> tuple[str, str]:
    """The first line of a title that differs, in both texts."""
    differ = (
        each for each in zip_longest(was, now, fillvalue="") if each[0].casefold() != each[1].casefold()
    )
    return next(differ, ("", ""))


def _rows(act: Instrument) -> list[tuple[object, int, str]]:
    """The words of the title in each consolidated text, which a key and a number name; one query."""
    rows = EntryText.objects.filter(
        entry__provision__instrument=act, entry__provision__kind=Kind.TITLE, entry__version__draft=None
    ).order_by("entry__order")
    return [
        (key, number, body or heading)
        for key, number, body, heading in rows.values_list(
            "entry__version", "entry__version__number", "text__body", "text__heading"
        )
    ]


def _lines(rows: Iterable[tuple[object, int, str]]) -> dict[int, Lines]:
    found: dict[int, list[str]] = defaultdict(list)
    for _key, number, words in rows:
        found[number] += _split(words)
    return dict(found)


def _split(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.split("\n")]
