"""Proofs of texts, kept in the memory of the process: what a proof holds is sealed and the same for every reader."""

from collections.abc import Iterable
from threading import Lock

from cachetools import LRUCache, cached

from amendments.models import Draft, Version
from amendments.queries.proof.proofs import chain_place, rows_of, text_bundle
from amendments.record.site_key import key_hash

MOST_BYTES = 1 << 26  # in one process
Mark = tuple[object, ...]


def kept_bundle(text: Draft | Version, versions: Iterable[Version], readme: str) -> bytes:
    """The bundle of a text that the reader may read. It is made anew once the head of its day or the key is another."""
    rows = rows_of(text)
    head = chain_place(rows).head.sha256
    return _bundle(text, versions, readme, (text.root_hash, *rows, head, key_hash(), readme))


def _mark(_text: Draft | Version, _versions: Iterable[Version], _readme: str, mark: Mark) -> Mark:
    return mark


_kept: LRUCache[object, bytes] = LRUCache(MOST_BYTES, getsizeof=len)


@cached(_kept, key=_mark, lock=Lock())
def _bundle(text: Draft | Version, versions: Iterable[Version], readme: str, mark: Mark) -> bytes:
    return text_bundle(text, versions, readme)
