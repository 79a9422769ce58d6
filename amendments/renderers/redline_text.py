"""A redline for the terminal: what changed, provision by provision, [-deleted-] and {+inserted+}."""

from collections.abc import Iterable, Iterator

from amendments.redline.printed import PrintedProvision
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.renderers.redline_json import summary

_SIGNS = {Mark.KEPT: ("", ""), Mark.DELETED: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}


def as_text(provisions: list[PrintedProvision]) -> str:
    """The changed provisions under a line that says what happened, and a last line that counts."""
    return "".join([*_changed(provisions), _counts(provisions)])


def _changed(provisions: Iterable[PrintedProvision]) -> Iterator[str]:
    for provision in provisions:
        if provision.change is Change.UNCHANGED:
            continue
        spans = provision.inner if provision.move is not None and provision.is_new_place else provision.spans
        yield f"== {title(provision)}\n{_marked(spans).strip(chr(10))}\n\n"


def title(provision: PrintedProvision) -> str:
    """What happened to which number: "renumbered 5 → 6", "moved 7 (from here)"."""
    before, after = (", ".join(filter(None, numbers)) for numbers in (provision.before, provision.after))
    numbers = before if before == after else " → ".join(filter(None, (before, after)))
    place = ""
    if provision.move is not None:
        place = "(to here)" if provision.is_new_place else "(from here)"
    return " ".join(filter(None, (str(provision.change), numbers, place)))


def _marked(spans: Iterable[Span]) -> str:
    return "".join(span.text.join(_SIGNS[span.mark]) for span in spans)


def _counts(provisions: Iterable[PrintedProvision]) -> str:
    counted = [f"{count} {change}" for change, count in summary(provisions).items() if count]
    return (", ".join(counted) or "nothing to compare") + "\n"
