"""Sealed texts that lack rows of a table which their instructions restate: drafts lost some until 30 November 2026."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.instructions.operations import Op
from amendments.models import Version, VersionInstruction
from amendments.provisions.tree import Kind, Tree
from amendments.queries.drafting.drafts import carried_out_again
from amendments.queries.showing.trees import tree_of


@dataclass(frozen=True, slots=True)
class LostRows:
    """A version of a draft, and the rows that it lacks with their cells."""

    version: Version
    rows: tuple[str, ...]

    def __str__(self) -> str:
        """The draft and its act, the rows, and the texts of the act that the draft became."""
        told = f"{self.version.page} – {self.version.label}, {self.version.instrument} lacks {'; '.join(self.rows)}."
        texts = [text.label for text in self.version.consolidations.all()]
        return f"{told} So does {', '.join(map(str, texts))}." if texts else told


def lost_rows() -> Iterator[LostRows]:
    """Carry the sealed instructions out again, and compare the rows that they give with those that are sealed."""
    restated = VersionInstruction.objects.filter(
        operation__op=Op.RESTATE.value, operation__level__startswith="table"
    )
    versions = Version.objects.filter(pk__in=restated.values("version"))
    for version in versions.select_related("instrument", "parent__instrument", "draft__amendment"):
        if version.parent is not None:
            given = _rows(carried_out_again(version, tree_of(version.parent)).tree)
            if lost := given - _rows(tree_of(version)):
                yield LostRows(version, tuple(lost.elements()))


def _rows(tree: Tree) -> Counter[str]:
    rows = (each for each in tree if each.kind in (Kind.TABLE, Kind.ROW))
    return Counter(
        " | ".join(filter(None, [each.number, *each.text.replace("\n", "\t").split("\t")])) for each in rows
    )
