"""Steps by which the office chooses where the words of an issue are."""

from consultations.rules.placement import Status
from rights.actions.answers.assess_text import AssessText
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.models import FollowedText, IssuePlacement
from rights.values import Conformity
from tests.factories import law


def decide(office, issue, text, *, is_gone):
    rows = IssuePlacement.objects.filter(anchor__issue=issue, version=text)
    found = next(row for row in rows if row.decided_at or row.status == Status.NEEDS_REVIEW)
    here = next(place for place in found.places if place.provision)
    place = FoundPlace(None if is_gone else here)
    return ConfirmIssuePlace(found, place, actor=office.act(), seen=found.decision).execute()


def is_there(issue, *texts):
    rows = IssuePlacement.objects.filter(anchor__issue=issue)
    return [rows.get(version=text).provision_id is not None for text in texts]


def adopted_as(office, text, number):
    adopted = law.adopt(text.draft, office.world.drafter, number)
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    return adopted


def asks(issue, text):
    return FollowedText.objects.get(issue=issue, version=text).answers_issue


def conforms(office, issue, text, **given):
    return AssessText(issue, text, Conformity.CONFORMS, actor=office.act(), **given).execute()
