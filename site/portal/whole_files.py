"""Where uploads are kept: a file gets its name once all of it is written, and what a full disk cut off is removed."""

import os
from pathlib import Path, PurePath
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage


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
                    os.link(path, self.path(name))  # never over another file, as a renaming would be
                except FileExistsError:
                    name = self.get_available_name(name)
                else:
                    return name.replace("\\", "/")
        finally:
            path.unlink(missing_ok=True)
