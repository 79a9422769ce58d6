"""Whether everybody who reads one text of an act reads another one."""

from amendments.audiences import PUBLIC
from amendments.models import Version


def is_read_wherever(version: Version, other: Version) -> bool:
    """Whether whoever reads the other text reads this one: it is public, or open to the same in the same amendment."""
    own = _opened(version)
    if version.pk == other.pk or ("open", PUBLIC) in own:
        return True
    return _amendment(version) == _amendment(other) and _opened(other) <= own


def _opened(version: Version) -> set[tuple[str, str]]:
    """The audiences of the text; those that are only asked for open it to the committee."""
    text = version.draft or version
    asked = text.release_requests.values_list("audience", flat=True)
    given = text.releases.values_list("audience", flat=True)
    return {("asked", "") for _audience in asked} | {("open", audience) for audience in given}


def _amendment(version: Version) -> object:
    return version.draft.amendment_id if version.draft is not None else None
