"""Changes the title and the purpose of an amendment, on what it rests and who signs it."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.checking.closed_text import refuse_under_check
from amendments.audit.actor import Actor
from amendments.errors import AlreadyAdopted, BasisNotTaken, EditConflict, TitleNeeded
from amendments.errors.of_translations import TitleTooLong
from amendments.models import Amendment, Version
from amendments.permissions import may_draft
from amendments.queries.drafting.amending_acts import takes_basis
from amendments.queries.proof.hashes import description_hash

LONGEST_TITLE = 255  # of a page of Wagtail


class DescribeAmendment(BaseAction[Amendment]):
    """A drafter of the amendment says anew what it is called and what it is for, on what it rests and who signs it.

    `basis` and `signatory` are left as they are where none is given. The address stays. Translated titles stay too:
    `TranslateTitle` changes them. The log and a revision of the page keep what stood before. `seen` is the hash of the
    words that the drafter read before, "" to overwrite any.
    """

    action_name = "amendments.describe_amendment"
    instance: Amendment

    def __init__(
        self,
        amendment: Amendment,
        title: str,
        summary: str,
        *,
        actor: Actor,
        basis: str | None = None,
        signatory: str | None = None,
        seen: str = "",
    ) -> None:
        super().__init__(amendment, actor=actor)
        self.said = {"title": " ".join(title.split()), "summary": "\n".join(summary.strip().splitlines())}
        for name, words in (("basis", basis), ("signatory", signatory)):
            if words is not None:
                self.said[name] = " ".join(words.split())
        self.seen = seen
        self._before: dict[str, str] = {}

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def lock(self) -> None:
        """Hold the amendment, and read its words as they are stored."""
        super().lock()
        self.instance.refresh_from_db(fields=["title", "summary", "basis", "signatory"])

    def done(self) -> Amendment | None:
        """The amendment, if it has these words already."""
        stands = all(getattr(self.instance, name) == words for name, words in self.said.items())
        return self.instance if stands else None

    def perform(self) -> Amendment:
        """Publish a revision with the words.

        Raises `TitleNeeded`, `TitleTooLong`, `BasisNotTaken` and `EditConflict`.
        """
        refuse_closed_description(self.instance)
        title = self.said["title"]
        if not title:
            raise TitleNeeded
        if len(title) > LONGEST_TITLE:
            raise TitleTooLong(len(title), LONGEST_TITLE)
        if not takes_basis(self.instance, self.said.get("basis", "")):
            raise BasisNotTaken
        if self.seen and self.seen != description_hash(self.instance):
            raise EditConflict
        page = Amendment.objects.get(pk=self.instance.pk)
        self._before = {f"{name}_before": getattr(page, name) for name in self.said}
        for name, words in self.said.items():
            setattr(page, name, words)
        revision = page.save_revision(user=self.user)
        revision.publish(user=self.user, log_action=False, skip_permission_checks=True)
        self.touched("amendments.amendment", [page.pk])
        return Amendment.objects.get(pk=page.pk)

    def log_data(self) -> dict[str, Any]:
        """The words, and those that stood before."""
        return {**self.said, **self._before}


def refuse_closed_description(amendment: Amendment) -> None:
    """Refuse other words for what has become law or is being checked."""
    if Version.objects.filter(text_of__draft__amendment=amendment).exists():
        raise AlreadyAdopted
    refuse_under_check(amendment)
