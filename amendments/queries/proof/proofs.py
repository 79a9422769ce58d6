"""The proof of a text: its place in the chain of the record, and the bundle with which others check it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext as _

from amendments.models import ChainHead, ChainLink, Draft, Version
from amendments.proving import verify
from amendments.queries.proof.hashes import content_from_rows, draft_content
from amendments.queries.showing.trees import tree_of
from amendments.record.linking import leaf_of
from amendments.record.site_key import public_key, signed

Row = tuple[str, str]  # kind and key


@dataclass(frozen=True, slots=True)
class ChainPlace:
    """Where rows stand in the chain; `head` is the last link of the day on which the last one was recorded."""

    links: tuple[ChainLink, ...]
    head: ChainLink

    @property
    def day(self) -> str:
        """The day of the head, as the page of the chain has it."""
        return localtime(self.head.at, get_default_timezone()).date().isoformat()


def chain_place(rows: Collection[Row]) -> ChainPlace:
    """The links of these rows. Raises `ChainLink.DoesNotExist` if the chain knows one of them not."""
    asked = Q()
    for kind, row in rows:
        asked |= Q(kind=kind, row=row)
    links = tuple(ChainLink.objects.filter(asked).order_by("number"))
    if len(links) < len(rows):
        raise ChainLink.DoesNotExist
    zone = get_default_timezone()
    day = localtime(links[-1].at, zone).date()
    begins, ends = (datetime.combine(each, time.min, zone) for each in (day, day + timedelta(days=1)))
    last = ChainLink.objects.filter(at__gte=begins, at__lt=ends).aggregate(last=Max("number"))["last"]
    return ChainPlace(links, ChainLink.objects.get(number=last))


def rows_of(text: Draft | Version) -> list[Row]:
    """What the chain holds of a text: its versions, and the draft that they make."""
    if isinstance(text, Version):
        return [("version", str(text.pk))]
    return [
        ("draft", str(text.pk)),
        *(("version", str(pk)) for pk in text.versions.values_list("pk", flat=True)),
    ]


def text_bundle(text: Draft | Version, versions: Iterable[Version], readme: str) -> bytes:
    """Everything that the hashes of a text cover, and the chain from there to the head of its day."""
    proof: dict[str, Any] = {
        "draft": None,
        "receipt": None,
        "versions": [_version(version) for version in versions],
    }
    if isinstance(text, Draft):
        proof["draft"] = _proved("draft", text.pk, text.root_hash) | {
            "content": draft_content(text, text.versions.all())
        }
    return bundle(proof, rows_of(text), readme)


def bundle(proof: Mapping[str, Any], rows: Collection[Row], readme: str) -> bytes:
    """A proof with the links of its rows. All other links are hashes, and nobody can tell of what."""
    place = chain_place(rows)
    shown = {link.number for link in place.links}
    between = ChainLink.objects.filter(number__gte=place.links[0].number, number__lte=place.head.number)
    chain = {
        "previous": place.links[0].previous,
        "links": [
            leaf_of(link) if link.number in shown else verify.digest(leaf_of(link))
            for link in between.order_by("number").iterator(2000)
        ],
    }
    head = verify.head_message(str(ChainHead.objects.get(pk=1).chain), place.day, place.head.sha256)
    return verify.packed(
        {
            verify.PROOF: verify.as_json({"format": verify.FORMAT, **proof}),
            verify.CHAIN: verify.as_json(chain),
            verify.HEAD: head,
            verify.SIGNATURE: signed(head),
            verify.KEY: public_key(),
            verify.README: readme.encode(),
        }
    )


def beside_the_proof(absolute: Callable[[str], str]) -> str:
    """What a bundle says of itself, in the language of the reader; `absolute` makes whole addresses of paths."""
    said = _(
        "This file proves what was recorded. Get verify.py from %(script)s and run: python3 verify.py FILE. It needs neither "
        "the site nor the Internet. proof.json holds what the hashes cover, chain.json the chain up to the last link of that "
        "day, of other rows their hashes alone. head.txt names that link, head.sig is its signature with the key of which "
        "key.pem is the public part. The hashes of all days and the hash of the key stand on %(chain)s"
    )
    script, chain = (absolute(reverse(name)) for name in ("amendments:verify_script", "amendments:chain"))
    return said % {"script": script, "chain": chain} + "\n"


def _version(version: Version) -> dict[str, Any]:
    tree = tree_of(version)
    words = [[each.heading, each.text, [list(astuple(mark)) for mark in each.marks]] for each in tree]
    return _proved("version", version.pk, version.root_hash) | {
        "content": content_from_rows(version, tree),
        "words": words,
    }


def _proved(kind: str, key: object, sha256: str) -> dict[str, Any]:
    return {"kind": kind, "row": str(key), "hash": sha256, "more": []}
