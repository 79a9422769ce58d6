"""What “My work” lists of opinions and of replies to them."""

from datetime import timedelta

from django.utils import timezone

from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.models import Recommendation
from rights.queries import opinion_lists
from tests.rights.conftest import issue
from tests.rights.rows_read import rows_read


def test_of_many_replies_the_newest_are_read_alone(office, opinion, monkeypatch):
    row = opinion.recommendations.get()
    for place in range(2, 6):
        Recommendation.objects.create(
            opinion=opinion,
            place=place,
            version=row.version,
            provision=row.provision,
            title="Again",
            reasons="Because.",
            addressee=row.addressee,
        )
    rows = list(issue(office, opinion).recommendations.order_by("place"))
    since = timezone.now() - timedelta(seconds=1)
    given = [ReplyToRecommendation(one, "Yes.", actor=_focal(office)).execute() for one in rows]
    TakeBackRecommendationReply(rows[0], given[0].pk, actor=_focal(office, "A slip.")).execute()

    def listed():
        return list(opinion_lists.recommendation_updates(office.head, since))

    assert len(listed()) == len(rows)
    monkeypatch.setattr(opinion_lists, "MOST", 2)
    back, newest = listed()
    assert back.url == rows[0].url
    assert "back" in back.title
    assert newest.url == rows[-1].url
    assert rows_read(listed) <= 2 * 2  # recommendations, and replies that were taken back


def _focal(office, reason=""):
    return office.act(office.world.body_focal, reason=reason)
