"""Sealed texts that lack rows of a table which their instructions restate: drafts lost some until 30 November 2026."""

from collections import Counter
from collections.abc import Iterator

from amendments.instructions.operations import Op
from amendments.models import Version, VersionInstruction
from amendments.provisions.tree import Kind, Tree
from amendments.queries.drafting.drafts import carried_out_again
from amendments.queries.showing.trees import tree_of
from amendments.record.bad_rows import BadRow, read_each


def lost_rows() -> Iterator[str]:
    """Carry the sealed instructions out again, and compare the rows that they give with those that are sealed.

    A sentence on each version that lacks rows, and on each that cannot be compared; none hides another.
    """
    restated = VersionInstruction.objects.filter(
        operation__op=Op.RESTATE.value, operation__level__startswith="table"
    )
    versions = Version.objects.filter(pk__in=restated.values("version")).order_by("sealed_at", "pk")
    for row in read_each(versions.select_related("instrument", "parent__instrument", "draft__amendment")):
        if isinstance(row, BadRow):
            yield _uncompared(f"the version {row.pk}", row.fault)
        elif told := _told(row):
            yield told


def _told(version: Version) -> str:
    """The sentence on a version, "" where it lacks nothing."""
    try:
        return _lacking(version)
    except Exception as fault:  # of whatever kind: rows changed by hand break in any way
        return _uncompared(f"the version {version.pk}", type(fault).__name__)


def _lacking(version: Version) -> str:
    """The draft and its act, the rows that they lack with their cells, and the texts of the act that the draft became."""
    if version.parent is None:
        return ""
    named = f"{version.page} – {version.label}, {version.instrument}"
    course = carried_out_again(version, tree_of(version.parent))
    if refused := next((each.refusal for each in course.outcomes if each.refusal), None):
        return _uncompared(named, f"an instruction is refused today: {refused.code}")
    lost = _rows(course.tree) - _rows(tree_of(version))
    if not lost:
        return ""
    texts = ", ".join(str(text.label) for text in version.consolidations.all())
    told = f"{named} lacks {'; '.join(lost.elements())}."
    return f"{told} So does {texts}." if texts else told


def _uncompared(named: str, why: str) -> str:
    return f"The rows of {named} cannot be compared ({why})."


def _rows(tree: Tree) -> Counter[str]:
    rows = (each for each in tree if each.kind in (Kind.TABLE, Kind.ROW))
    return Counter(
        " | ".join(filter(None, [each.number, *each.text.replace("\n", "\t").split("\t")])) for each in rows
    )
