"""Programs that look through files, for instance for viruses: plugins bring them, and each file that is attached is asked of all."""

import logging
from typing import Protocol, runtime_checkable

from amendments.attaching.file_refusals import FoundByScanner, NotScanned
from amendments.hooks import HookPoint, collect

logger = logging.getLogger(__name__)


@runtime_checkable
class FileScanner(Protocol):
    """`register_file_scanners`: looks through a file before anything of it is kept."""

    slug: str

    def objection(self, name: str, content: bytes) -> str:
        """What it found, as the reader is told it; "" for nothing. Raises `OSError` if the program cannot be asked."""
        ...


FILE_SCANNERS = HookPoint("register_file_scanners", FileScanner)


def refuse_found(name: str, content: bytes) -> None:
    """Refuse a file in which a scanner found something, and one through which it could not look."""
    for scanner in collect(FILE_SCANNERS):
        try:
            found = scanner.objection(name, content)
        except OSError as trouble:
            logger.exception("The scanner %s cannot be asked", scanner.slug)
            raise NotScanned(name) from trouble
        if found:
            raise FoundByScanner(name, found=found)
