"""The links “Comment on 5.3” beside the provisions of a draft, kept in the memory of the process like its text."""

from collections.abc import Mapping, Sequence
from threading import Lock

from cachetools import LRUCache, cached
from django.urls import reverse
from django.utils.translation import get_language, gettext as _, pgettext

from amendments.links import Link
from amendments.models import Version, VersionEntry
from amendments.provisions.tree import Kind
from amendments.queries.law.provision_names import name_in
from consultations.models import Round

_MOST = 40_000  # links


def _key(round_: Round, versions: Sequence[Version]) -> object:
    acts = tuple((row.pk, row.instrument.country, row.instrument.language) for row in versions)
    return round_.pk, acts, get_language()


@cached(LRUCache(_MOST, getsizeof=len), key=_key, lock=Lock())
def comment_links(round_: Round, versions: Sequence[Version]) -> Mapping[str, Link]:
    """By the UUID of the provision, for all that can be commented on: what the draft has and what it drops.

    `versions` are sealed, so two queries at most, for the first reader in each language.
    """
    return {
        provision: Link(_comment_on(name), reverse("consultations:comment_on", args=[round_.pk, provision]))
        for provision, name in _names(versions).items()
    }


def _comment_on(name: str) -> str:
    return _("Comment on %(number)s") % {"number": name} if name else pgettext("what to do", "Comment")


def _names(versions: Sequence[Version]) -> dict[str, str]:
    acts = {row.instrument_id: row.instrument for row in versions}
    found: dict[str, str] = {}
    for texts in ([row.parent_id for row in versions], [row.pk for row in versions]):
        rows = VersionEntry.objects.filter(version__in=texts).values_list(
            "provision", "provision__kind", "number", "version__instrument"
        )
        found.update((str(key), name_in(acts[act], Kind(kind), number)) for key, kind, number, act in rows)
    return found
