"""Whether XML may be read at all: its shape is looked at piece by piece, before any of it is kept."""

from collections.abc import Iterable
from xml.parsers import expat

from amendments.importers.file_errors import (
    CorruptFile,
    ImportFailed,
    NestedTooDeeply,
    OversizedFile,
    UnsafeFile,
)
from amendments.provisions.messages import message as _

MOST_DEEP = 240  # sixty tables within each other; the parser of Word files stops at 256
MOST_ELEMENTS = 2_000_000  # the largest code, with every run of words formatted, has a tenth
PIECE = 1 << 16


def check_shape(pieces: Iterable[bytes], part: str, counted: int = 0) -> int:
    """Refuse entities, depth and mass; raises `ImportFailed` naming the part, at the first piece that shows it.

    Returns the elements of this part and of those before it in the same file, of which `counted` is the number.
    """
    shape = _Shape(part, counted)
    parser = expat.ParserCreate()
    parser.StartElementHandler = shape.start
    parser.EndElementHandler = shape.end
    parser.StartDoctypeDeclHandler = shape.declare
    parser.EntityDeclHandler = shape.declare
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except ImportFailed:
        raise
    except expat.ExpatError as error:
        raise _corrupt(part, error.lineno, error.offset + 1) from error
    except (LookupError, ValueError) as error:
        # The first line declares an encoding that is none, or of several bytes.
        raise _corrupt(part, 1, 1) from error
    return shape.count


def _corrupt(part: str, line: int, column: int) -> CorruptFile:
    return CorruptFile(_("%(part)s, line %(line)s, column %(column)s", part=part, line=line, column=column))


class _Shape:
    def __init__(self, part: str, counted: int) -> None:
        self.part = part
        self.depth = 0
        self.count = counted

    def start(self, _name: str, _attributes: object) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > MOST_DEEP:
            raise NestedTooDeeply(self.part, MOST_DEEP)
        if self.count > MOST_ELEMENTS:
            raise OversizedFile(
                _("%(part)s has more than %(count)s elements", part=self.part, count=MOST_ELEMENTS)
            )

    def end(self, _name: str) -> None:
        self.depth -= 1

    def declare(self, *_more: object) -> None:
        raise UnsafeFile(self.part)
