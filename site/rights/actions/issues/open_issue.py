"""Opens an issue on provisions of a text."""

from collections.abc import Iterable, Sequence
from itertools import count
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from amendments.models import Version
from amendments.permissions import holds
from consultations.actions.comments.anchoring import anchored
from consultations.actions.comments.content import Chosen
from consultations.errors import NotOnThisVersion
from rights.actions.base import IssueAction, same_places
from rights.actions.following.follow_issue import follow_issue
from rights.actions.issues.issue_content import IssueContent, fill, write_names
from rights.errors.of_writing import OpenedAlready
from rights.models import Assessment, IssueAnchor, RightsIssue
from rights.powers import Power
from rights.queries.office_texts import office_texts
from rights.values import Conformity, IssueState


class OpenIssue(IssueAction[RightsIssue]):
    """Somebody of the office raises an issue on a text that the office reads. It is followed in the later texts at once.

    `key` is that of the form. `reference` is one of an earlier register.
    """

    action_name = "rights.open_issue"

    def __init__(
        self,
        version: Version,
        passages: Sequence[Chosen],
        content: IssueContent,
        *,
        actor: Actor,
        conformity: Conformity = Conformity.DOES_NOT,
        reference: str = "",
        key: UUID | None = None,
    ) -> None:
        super().__init__(RightsIssue(instrument=version.instrument, raised_on=version), actor=actor)
        self.version, self.passages, self.content = version, passages, content
        self.conformity, self.reference, self.key = conformity, reference, key

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, which reads the text, and may give the issue to its owner."""
        if not super().user_has_permission():
            return False
        if self.content.owner not in (None, self.user) and not holds(self.user, Power.ASSIGN):
            return False
        return office_texts(self.user).contains(self.version)

    def lock(self) -> None:
        """Hold the act, whose texts are followed by this step or by that which seals them; and the references."""
        super().lock()
        hold(self.version.instrument)
        hold(ContentType.objects.get_for_model(RightsIssue))

    def done(self) -> RightsIssue | None:
        """The issue that the same form opened."""
        return RightsIssue.objects.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> RightsIssue:
        """Write the issue, its passages and the assessment of the text on which it is raised."""
        issue = self.instance
        anchors = anchored(IssueAnchor, [self.version], self.passages)
        if not anchors:
            raise NotOnThisVersion
        issue.owner = issue.raised_by = self.user
        issue.raised_at, issue.created_key = self.actor.at, self.key
        issue.reference = self.reference or self._next_reference()
        issue.amendment = self.version.draft.amendment if self.version.draft is not None else None
        names = fill(issue, self.content, self.user)
        assert names is not None  # noqa: S101 # a new issue has a title
        keys = dict.fromkeys(chosen.provision for chosen in self.passages)
        if self.key:
            self._refuse_the_same(issue.title, keys)
        issue.new_named = {**names.codes, "provisions": list(keys)}
        self.save(issue)
        write_names(issue, names)
        for anchor in anchors:
            anchor.issue = issue
        IssueAnchor.objects.bulk_create(anchors)
        self._follow(issue)
        return issue

    def _refuse_the_same(self, title: str, keys: Iterable[object]) -> None:
        """A form that the browser brought back has another key than the one that was sent."""
        alike = RightsIssue.objects.filter(raised_on=self.version, title=title).prefetch_related("anchors")
        for issue in alike:
            if same_places(issue.anchors.all(), keys):
                raise OpenedAlready(issue.reference)

    def _next_reference(self) -> str:
        """The next one of the year. Nobody outside the office sees references, so that they may say how many there are."""
        begins = f"HRI-{timezone.localdate(self.actor.at).year}-"
        taken = set(
            RightsIssue.objects.filter(reference__startswith=begins).values_list("reference", flat=True)
        )
        numbered = (f"{begins}{number:03}" for number in count(len(taken) + 1))
        return next(reference for reference in numbered if reference not in taken)

    def _follow(self, issue: RightsIssue) -> None:
        raised = follow_issue(issue)
        Assessment.objects.create(
            issue=issue,
            version=self.version,
            text_hash=raised.text_hash,
            value=self.conformity.value,
            at=self.actor.at,
            by=self.user,
            place=1,
            state_before=IssueState.FLAGGED,
            state_after=IssueState.FLAGGED,
        )
