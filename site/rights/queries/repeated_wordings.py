"""Whether a draft already has the wording that is recommended, and which of its instructions puts it there."""

from typing import Any

from django.utils.translation import gettext as _

from amendments.instructions.operations import from_json
from amendments.instructions.touches import LEANING, Touch
from amendments.models import Instruction, Version, VersionTarget
from consultations.queries.comments.provision_parts import (
    replaced_by,
    unnumbered,
    wordings_with_parts,
    words_in,
)
from consultations.queries.comments.provision_texts import Wordings
from consultations.rules.outcome import Outcome, outcome_of
from rights.models import Recommendation


def repeated_in_words(user: Any, row: Recommendation) -> str:
    """A sentence on the newest draft that the person may read; "" where the wording says something else. Five queries."""
    version = _newest_draft(user, row) if row.wording else None
    if version is None or not _has_wording(row, version):
        return ""
    targets = VersionTarget.objects.filter(sealed__version=version, provision=row.provision_id)
    changing = targets.exclude(touch=Touch.AFTER).select_related("sealed").order_by("sealed__order")
    target = min(changing, key=_is_beside, default=None)
    told = {"draft": version.draft.label}  # type: ignore[union-attr] # chosen by its draft
    if target is None:
        return _("%(draft)s already says this.") % told
    words = _("%(draft)s already says this, by the instruction “%(instruction)s”.")
    return words % {**told, "instruction": _in_words(target.sealed.operation)}


def _is_beside(target: VersionTarget) -> bool:
    """Whether the words of the provision itself stay; points under it may be new."""
    return target.touch in LEANING


def _in_words(sealed: Any) -> str:
    """The operation and the provision as they were sealed: drafters may have changed the instruction since."""
    return Instruction(op=from_json(sealed).op.value, operation=sealed).in_words


def _newest_draft(user: Any, row: Recommendation) -> Version | None:
    own = {"draft__amendment": row.opinion.amendment_id, "instrument": row.version.instrument_id}
    rows = Version.objects.visible_to(user).filter(**own, draft__isnull=False)
    return rows.select_related("draft", "instrument").order_by("-draft__number").first()


def _has_wording(row: Recommendation, version: Version) -> bool:
    return says(row, version, wordings_with_parts([row.version, version], {row.provision_id}))


def says(row: Recommendation, version: Version, texts: Wordings) -> bool:
    """Whether a text has the recommended wording; `texts` has the provision in it and in the one recommended on."""
    wanted = unnumbered(row.wording, texts.get((row.version_id, str(row.provision_id))))
    before, now = (
        replaced_by(wanted, words_in(texts, text, row.provision_id)) for text in (row.version, version)
    )
    return outcome_of(before, wanted, now) is Outcome.VERBATIM
