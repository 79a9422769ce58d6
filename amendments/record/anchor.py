"""Keeps the heads of the chain in a log outside the database, so that a chain that was cut or computed anew shows.

Each line is signed with the key of the site, which nobody has who has the database alone.
"""

import errno
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

logger = logging.getLogger(__name__)

_SIGNER = partial(Signer, salt="madda.chain", sep=" ")


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A line of the log; `is_genuine`: signed with the key of this site."""

    line: int
    chain: str
    number: int
    sha256: str
    is_genuine: bool = True


def log_path() -> Path | None:
    """`MADDA_CHAIN_LOG`; None where the site keeps no such log."""
    path = getattr(settings, "MADDA_CHAIN_LOG", "")
    return Path(path) if path else None


def keep_head(head: Any) -> None:
    """Append the head to the log once the transaction has ended well."""
    if path := log_path():
        said = f"{head.chain} {head.number} {head.sha256} {timezone.now():%Y-%m-%dT%H:%M:%S%z}"
        transaction.on_commit(partial(_append, path, _SIGNER().sign(said)))


def _append(path: Path, line: str) -> None:
    """In one write, so that lines of several processes do not mix. What stands in the record stays if this fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        place = os.open(path, os.O_APPEND | os.O_CREAT | os.O_RDWR, 0o640)
        try:
            words = f"{_break_after_cut(place)}{line}\n".encode()
            if os.write(place, words) < len(words):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        finally:
            os.close(place)
    except OSError:
        logger.exception(
            "The head of the chain cannot be appended to the log; verify_seals will miss it there"
        )


def _break_after_cut(place: int) -> str:
    """A line break where a full disk cut the last line off, so that it does not spoil the next one too."""
    size = os.fstat(place).st_size
    return "\n" if size and os.pread(place, 1, size - 1) != b"\n" else ""


def kept_heads() -> Iterator[KeptHead]:
    """The lines of the log. One that cannot be read is no genuine one."""
    path = log_path()
    if path is None or not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for place, line in enumerate(lines, start=1):
            try:
                chain, number, sha256, _moment = _SIGNER().unsign(line.strip()).split(" ")
                yield KeptHead(place, chain, int(number), sha256)
            except (BadSignature, ValueError):
                yield KeptHead(place, "", 0, "", is_genuine=False)
