"""The kinds of files that can be attached, each with its endings and its media type, and those of the library of documents."""

from enum import Enum
from pathlib import PurePath

LONGEST_ENDING = 10  # characters of what counts as an ending


class FileKind(Enum):
    """A kind by the name that people know, its media type, and its endings."""

    PDF = ("PDF", "application/pdf", (".pdf",))
    DOCX = (
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx",),
    )
    ODT = ("ODT", "application/vnd.oasis.opendocument.text", (".odt",))
    PNG = ("PNG", "image/png", (".png",))
    JPEG = ("JPEG", "image/jpeg", (".jpg", ".jpeg"))
    TXT = ("TXT", "text/plain; charset=utf-8", (".txt",))

    def __init__(self, label: str, media_type: str, endings: tuple[str, ...]) -> None:
        self.label = label
        self.media_type = media_type
        self.endings = endings


class TableKind(Enum):
    """A kind that the library of documents takes besides: its name and its ending."""

    XLSX = ("XLSX", ".xlsx")
    CSV = ("CSV", ".csv")

    def __init__(self, label: str, ending: str) -> None:
        self.label = label
        self.ending = ending


def ending_of(name: str) -> str:
    """The ending of a name with its dot, "" if there is none."""
    ending = PurePath(name).suffix
    return ending if len(ending) <= LONGEST_ENDING else ""


def kind_named(ending: str) -> FileKind | None:
    """The kind to which an ending belongs, in capitals or not."""
    return next((kind for kind in FileKind if ending.lower() in kind.endings), None)


def table_named(ending: str) -> TableKind | None:
    """The kind of table to which an ending belongs, in capitals or not."""
    return next((kind for kind in TableKind if kind.ending == ending.lower()), None)


ACCEPTED = ",".join(ending for kind in FileKind for ending in kind.endings)
"""What the field of a form tells the browser to offer."""

IN_LIBRARY = [
    ending.removeprefix(".") for ending in (*ACCEPTED.split(","), *(kind.ending for kind in TableKind))
]
"""The endings of documents of the library, as Wagtail's setting wants them."""
