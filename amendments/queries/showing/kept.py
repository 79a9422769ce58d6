"""What is kept in the memory of the process: texts of sealed versions, and the courses of lists on them.

A list that was carried out is kept by (amended act, base, revision). Every change of a list raises its revision in the
transaction of the change, and each request reads it from the database, so a course under that revision is the course
of the list as it is stored, in every process. What is computed inside a transaction may be rolled back, and its
revision given again to another change: it is kept without a revision, so that only its beginning can be used, as far
as it is equal to the list that is asked for. The ledger of a course, which says who made which words, is kept for these
very outcomes and no others.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection

from amendments.instructions.course import Course
from amendments.instructions.folding.ledger import Ledger
from amendments.models import AmendedAct, Version
from amendments.provisions.tree import Tree
from amendments.queries.showing.trees import tree_of

V = TypeVar("V")

# The course of 300 instructions on a code of 5,400 provisions takes 12 MB (docs/benchmarks.md): 200 MB at most.
MOST = 16


class Kept(Generic[V]):
    """The values that were used last, safe for the threads of a process; a value must never change."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> V | None:
        """What is kept under the key."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: V) -> None:
        """Keep a value; of too many the one that was not used for longest goes."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


@dataclass(frozen=True, slots=True)
class KeptCourse:
    """A course, and the revision of the list whose course it is; None where it may have been rolled back."""

    course: Course
    revision: int | None


_trees: Kept[Tree] = Kept(MOST)
_courses: Kept[KeptCourse] = Kept(MOST)
_ledgers: Kept[tuple[Course, Ledger]] = Kept(MOST)


def sealed_tree(version: Version) -> Tree:
    """The text of a sealed version, which never changes."""
    tree = _trees.get(version.pk)
    if tree is None:
        tree = tree_of(version)
        _trees.put(version.pk, tree)
    return tree


def kept_course(act: AmendedAct, base: Version) -> KeptCourse:
    """The course that was kept last; that of an empty list where there is none."""
    return _courses.get((act.pk, base.pk)) or KeptCourse(Course(sealed_tree(base)), None)


def keep_course(act: AmendedAct, base: Version, course: Course, revision: int) -> None:
    """Keep a course for the next request."""
    known = None if connection.in_atomic_block else revision
    _courses.put((act.pk, base.pk), KeptCourse(course, known))


def kept_ledger(act: AmendedAct, course: Course) -> Ledger | None:
    """Who made which words of a course; None where it was kept for another one."""
    kept = _ledgers.get(act.pk)
    if kept is None or kept[0].base is not course.base or len(kept[0].outcomes) != len(course.outcomes):
        return None
    is_same = all(one is other for one, other in zip(kept[0].outcomes, course.outcomes, strict=True))
    return kept[1] if is_same else None


def keep_ledger(act: AmendedAct, course: Course, ledger: Ledger) -> None:
    """Keep the ledger of a course: it belongs to these outcomes, whatever was rolled back since."""
    _ledgers.put(act.pk, (course, ledger))
