"""What an act is called in each of its texts: a law may change the title."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from amendments.models import EntryText, Instrument, Version
from amendments.provisions.tree import Element, Kind
from amendments.queries.law.in_force_now import text_in_force

Lines = Sequence[str]  # those of a title
_ROW = ("entry__version", "entry__version__number", "text__body", "text__heading")


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
    return _title_at(act, _lines(_rows(act)), present.number) if present else str(act.title)


def titles_in_texts(acts: Iterable[Instrument], texts: QuerySet[Version]) -> dict[int, set[str]]:
    """The titles that each act has in those of its texts that are among these; one query."""
    every = {act.pk: act for act in acts}
    rows = _titles_in(EntryText.objects.filter(entry__version__in=texts.filter(instrument__in=every)))
    found: dict[int, list[tuple[object, int, str]]] = defaultdict(list)
    for act, *row in rows.values_list("entry__provision__instrument", *_ROW):
        found[act].append(_row(*row))
    lines = {pk: _lines(each) for pk, each in found.items()}
    return {pk: _titles(str(every[pk].title), each) for pk, each in lines.items()}


def title_after(title: str, before: Iterable[Element], after: Iterable[Element]) -> str:
    """The title that a text gives to an act of this title."""
    was, now = (
        [line for one in each if one.kind is Kind.TITLE for line in _split(one.text or one.heading)]
        for each in (before, after)
    )
    return _said_in(now, was, title) or title


def _title_at(act: Instrument, lines: Mapping[int, Lines], number: int) -> str:
    title = str(act.title)
    return _title_of(lines.get(number, ()), _taken_from(title, lines.values()), title)


def _titles(title: str, lines: Mapping[int, Lines]) -> set[str]:
    known = _taken_from(title, lines.values())
    return {_title_of(asked, known, title) for asked in {tuple(each) for each in lines.values()}}


def _title_of(asked: Lines, known: Lines, title: str) -> str:
    """The stored title, in which the lines of a text stand for those of the text that it is taken from."""
    said = _said_in(asked, known, title) or title
    return title if _fold(said) == _fold(title) else said  # in capitals as it is stored


def _taken_from(title: str, texts: Iterable[Lines]) -> Lines:
    """The lines of the text that say most of a title."""
    return max(texts, key=lambda lines: sum(len(line) for line in lines if _place(line, title)), default=())


def _said_in(asked: Lines, known: Lines, title: str) -> str:
    """The title with what a text has between the lines that in a known one stand around those in the title; "" if none do.

    The title may stand below “LAW OF …”, or be a part of what the act is called: “Law on visas” for “On visas”. What
    is printed in capitals is no part of a title in small letters.
    """
    spans = [(start, end) for start in range(len(known)) for end in range(start + 1, len(known) + 1)]
    for start, end in sorted(spans, key=lambda span: span[1] - span[0]):
        last = len(asked) - (len(known) - end)
        around = _folded(asked[:start]), _folded(asked[max(last, start) :])
        if around != (_folded(known[:start]), _folded(known[end:])):
            continue
        place, said = _place(" ".join(known[start:end]), title), " ".join(asked[start:last])
        if place and said and (place == slice(0, len(title)) or not said.isupper()):
            first = title[place.start]
            is_same = place.start and _fold(said[0]) == _fold(first)  # “Закон о визах” for “О визах”
            return title[: place.start] + (first + said[1:] if is_same else said) + title[place.stop :]
    return ""


def _place(words: str, title: str) -> slice | None:
    """Where whole words stand in a title, whatever their capitals."""
    folded, wanted = _fold(title), _fold(words)
    if not wanted or len(folded) != len(title) or len(wanted) != len(words):  # "ß" is two letters
        return slice(0, len(title)) if wanted and folded == wanted else None
    start = folded.find(wanted)
    while start >= 0:
        around = title[:start][-1:], title[start + len(words) :][:1]
        if not any(letter.isalnum() or letter == "-" for letter in around):
            return slice(start, start + len(words))
        start = folded.find(wanted, start + 1)
    return None


def _folded(lines: Lines) -> list[str]:
    return [_fold(line) for line in lines]


def _fold(words: str) -> str:
    """Without capitals, also those of Azerbaijani and Turkish."""
    return words.replace("İ", "i").replace("I", "i").replace("ı", "i").casefold()


def _rows(act: Instrument) -> list[tuple[object, int, str]]:
    """The words of the title in each consolidated text, which a key and a number name; one query."""
    rows = _titles_in(EntryText.objects.filter(entry__provision__instrument=act, entry__version__draft=None))
    return [_row(*row) for row in rows.values_list(*_ROW)]


def _titles_in(rows: QuerySet[EntryText]) -> QuerySet[EntryText]:
    return rows.filter(entry__provision__kind=Kind.TITLE).order_by("entry__order")


def _row(key: object, number: int, body: str, heading: str) -> tuple[object, int, str]:
    return key, number, body or heading


def _lines(rows: Iterable[tuple[object, int, str]]) -> dict[int, Lines]:
    found: dict[int, list[str]] = defaultdict(list)
    for _key, number, words in rows:
        found[number] += _split(words)
    return dict(found)


def _split(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.split("\n")]
