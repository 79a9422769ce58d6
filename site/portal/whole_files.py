"""Where uploads are kept: a file gets its name once all of it is written, and what a full disk cut off is removed."""

import errno
import os
from pathlib import Path, PurePath
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP)  # of a folder on FAT or of some that are mounted


class WholeFiles(FileSystemStorage):
    """Files in a folder. Each is written under a hidden name beside its own first."""

    def _save(self, name: str, content: Any) -> str:
        """Any: what Django takes for the content of a file. Returns the name that was free at the end."""
        begun = str(PurePath(name).with_name(f".{uuid4().hex}"))
        path = Path(self.path(begun))
        try:
            super()._save(begun, content)  # type: ignore[misc]  # the stubs leave it out
            while True:
                try:
                    _name(path, Path(self.path(name)))
                except FileExistsError:
                    name = self.get_available_name(name)
                else:
                    return name.replace("\\", "/")
        finally:
            path.unlink(missing_ok=True)


def _name(path: Path, aim: Path) -> None:
    """Give a file its name, never that of another: FileExistsError."""
    try:
        os.link(path, aim)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        aim.touch(exist_ok=False)
        path.replace(aim)
