"""Issues an opinion."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import prefetch_related_objects
from django.utils import timezone

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from amendments.permissions import holds
from rights.actions.issues.issue_content import NAMES
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import NoOpinionText, NothingRecommended, Unfinished
from rights.errors.of_issuing import ReplyDayOver
from rights.models import Opinion, Recommendation, RightsIssue
from rights.powers import Power
from rights.queries.follow_up import is_overdue
from rights.shown_people import refuse_identifiers_in
from rights.states import after_opinion


class IssueOpinion(OpinionAction[Opinion]):
    """The head of the office issues what they have read: `revision` is that of the opinion on their page.

    It gets its number, its issues move on, the database keeps it from now on, and others read exactly what it says.
    """

    action_name = "rights.issue_opinion"

    def __init__(self, opinion: Opinion, revision: int, *, actor: Actor) -> None:
        super().__init__(opinion, actor=actor)
        self.revision = revision

    def user_has_permission(self) -> bool:
        """Whether the person is the head; who may write may not issue."""
        return holds(self.user, Power.READ) and holds(self.user, Power.ISSUE)

    def lock(self) -> None:
        """Hold the numbers of opinions as well: of two that are issued at once, the second one gets the next number."""
        super().lock()
        hold(ContentType.objects.get_for_model(Opinion))

    def done(self) -> Opinion | None:
        """The opinion, if the person has issued it already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.issued_by_id == self.user.pk else None

    def perform(self) -> Opinion:
        """Write the number, what the recommendations name, the moment, and the states of the issues."""
        opinion = self.read_again(self.revision)
        rows = list(opinion.recommendations.all())
        if not opinion.text:
            raise NoOpinionText
        if not rows:
            raise NothingRecommended
        if any(row.lacks for row in rows):
            raise Unfinished
        self._check(opinion, rows)
        issues = self._held(rows)
        for row in rows:
            if row.issue_id is not None:
                named = issues[row.issue_id].named()
                row.rights, row.articles = named["rights"], named["articles"]
                self.save(row)
        opinion.number = self._next_number()
        opinion.issued_at, opinion.issued_by = self.actor.at, self.user
        self.saved(opinion)
        for issue in issues.values():
            self._move(issue)
        return opinion

    def _check(self, opinion: Opinion, rows: list[Recommendation]) -> None:
        """Refuse words that show somebody, also in an older draft, and a day of the reply that is over meanwhile."""
        refuse_identifiers_in(opinion, *rows)
        if opinion.reply_by is not None and is_overdue(opinion, self.actor.at):
            raise ReplyDayOver(opinion.reply_by)

    def _held(self, rows: list[Recommendation]) -> dict[object, RightsIssue]:
        """The issues, locked in one order."""
        keys = [row.issue_id for row in rows if row.issue_id is not None]
        found = list(RightsIssue.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
        prefetch_related_objects(found, *NAMES)
        return {issue.pk: issue for issue in found}

    def _next_number(self) -> str:
        begins = f"HRO-{timezone.localdate(self.actor.at).year}-"
        count = Opinion.objects.filter(number__startswith=begins).count()  # issued ones are never deleted
        return f"{begins}{count + 1:03}"

    def _move(self, issue: RightsIssue) -> None:
        after = after_opinion(issue.state)
        if after != issue.state:
            issue.state = after
            self.save(issue)
            self.touched(RightsIssue._meta.label_lower, [issue.pk])
