"""A file that somebody attaches, checked."""

import hashlib
from dataclasses import dataclass, field

from amendments.attaching.attachment_limits import in_megabytes, most_bytes
from amendments.attaching.file_contents import check_content
from amendments.attaching.file_kinds import FileKind, ending_of, kind_named
from amendments.attaching.file_names import plain_name
from amendments.attaching.file_refusals import EmptyFile, OtherKind, TooLarge
from amendments.attaching.scanning import refuse_found


@dataclass(frozen=True, slots=True)
class NewFile:
    """A name and a content that fit together. Making one raises `FileRefused` if the file cannot be attached."""

    name: str
    content: bytes = field(repr=False)
    kind: FileKind = field(init=False)

    def __post_init__(self) -> None:
        name = plain_name(self.name)
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "kind", kind_of_name(name))
        refuse_size(name, len(self.content))
        check_content(name, self.kind, self.content)
        refuse_found(name, self.content)

    @property
    def sha256(self) -> str:
        """The hash of the content, as receipts show it."""
        return hashlib.sha256(self.content).hexdigest()


def kind_of_name(name: str) -> FileKind:
    """The kind that the ending of a name says. Raises `OtherKind` if it cannot be attached."""
    kind = kind_named(ending_of(name))
    if kind is None:
        raise OtherKind(name)
    return kind


def refuse_size(name: str, size: int) -> None:
    """Refuse an empty file and one that is too large, before it is read."""
    if not size:
        raise EmptyFile(name)
    if size > most_bytes():
        raise TooLarge(name, size=in_megabytes(most_bytes()))
