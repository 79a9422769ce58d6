"""An opinion shows nobody: what identifies a person is refused when it is written, and once more when it is issued."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import EditOpinion, OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.errors import DayIsPast, ShowsSomebody
from rights.errors.of_issuing import ReplyDayOver
from rights.models import Opinion, Recommendation, RightsIssue
from rights.queries.opinion_page import opinion_page
from tests.rights.conftest import content, issue, passage

PASSPORT = "A person (passport AZE7654321) asked."
NAMED = "Nümunəyev Nümunə Misal oğlu"
LEGAL = (
    "Law No. 27-L of 12.03.2019, Articles 7.2.3 and 16(1)(c) ICCPR, CRC/C/AZE/CO/5-6, application no. 12345/06,"
    " judgment of 2 March 2024, HR-2026-001: children born after 1 September 2010 or before 01.01.2026."
    " AZN 100000, EUR 250000, AZN 1000000 cərimə, штраф RUB 500000, OJ L 1234567, born between 1 January 1990 and"
    " 31 December 1995, born on 1 January 1992 or later, born no later than 1 January 1992, born by 1 January 1992,"
    " рождённые с 01.01.1990 по 31.12.1995, рожденных не позднее 01.01.1992, рожденные 1 января 1992 года и позднее,"
    " 01.01.1990–31.12.1995-ci illərdə doğulmuş"
)


def said(**more):
    return RecommendationContent(**{"title": "T", **more})


@pytest.mark.parametrize("name", ["title", "text"])
def test_the_words_of_an_opinion_with_an_identifier_are_not_saved(office, opinion, name):
    told = OpinionContent(**{"title": "T", "language": "en", "text": "Words.", name: PASSPORT})
    with pytest.raises(ShowsSomebody, match=rf"^{name.title()}: “AZE7654321” would show"):
        DraftOpinion(office.world.amendment, told, actor=office.act()).execute()
    with pytest.raises(ShowsSomebody, match=rf"^{name.title()}: .*number of a document"):
        EditOpinion(opinion, told, opinion.revision, actor=office.act()).execute()
    assert PASSPORT not in Opinion.objects.values_list(name, flat=True)


@pytest.mark.parametrize(
    ("name", "called"), [("title", "Title"), ("reasons", "Reasons"), ("wording", "Recommended wording")]
)
def test_the_words_of_a_recommendation_with_an_identifier_are_not_saved(office, opinion, name, called):
    row = opinion.recommendations.get()
    with pytest.raises(ShowsSomebody, match=rf"^Recommendation 1, {called}: “AZE7654321” would show"):
        EditRecommendation(row, said(**{name: PASSPORT}), opinion.revision, actor=office.act()).execute()
    place = office.world.text, office.world.text.entries.get(number="2.2").provision_id
    with pytest.raises(ShowsSomebody, match=rf"^{called}: “AZE7654321” would show"):
        WriteRecommendation(opinion, place, said(**{name: PASSPORT}), actor=office.act()).execute()
    assert PASSPORT not in Recommendation.objects.values_list(name, flat=True)


def test_an_issue_whose_title_has_an_identifier_since_earlier_is_not_gathered(office, opinion):
    version = office.world.text
    raised = OpenIssue(
        version, [passage(version, "2.2")], content(), actor=office.act(), reference="HR-77"
    ).execute()
    RightsIssue.objects.filter(pk=raised.pk).update(title=PASSPORT)
    raised.refresh_from_db()
    with pytest.raises(ShowsSomebody, match=r"^HR-77, Title: “AZE7654321”"):
        GatherIssues(opinion, [raised], actor=office.act()).execute()
    assert opinion.recommendations.count() == 1


def test_an_older_draft_is_held_when_it_is_issued(office, opinion):
    Recommendation.objects.update(reasons=f"Because. {PASSPORT}")
    with pytest.raises(ShowsSomebody, match=r"^Recommendation 1, Reasons: “AZE7654321”"):
        issue(office, opinion)
    Recommendation.objects.update(reasons="Because.")
    Opinion.objects.update(text="Born on 12 May 1988.")
    with pytest.raises(ShowsSomebody, match=r"^Text: “Born on 12 May 1988”.*date of birth"):
        issue(office, opinion)
    assert not Opinion.objects.issued().exists()


def test_numbers_and_days_of_acts_and_judgments_and_general_days_of_birth_stay(office, opinion):
    told = OpinionContent("On Law No. 27-L", "en", LEGAL)
    opinion = EditOpinion(opinion, told, opinion.revision, actor=office.act()).execute()
    row = opinion.recommendations.get()
    words = said(reasons=LEGAL, wording=LEGAL, addressee=office.world.body)
    EditRecommendation(row, words, opinion.revision, actor=office.act()).execute()
    assert issue(office, Opinion.objects.get(pk=opinion.pk)).is_issued


def test_the_office_reads_before_it_is_issued_what_stands_where(office, opinion):
    assert opinion_page(office.head, opinion).warned == ()
    Opinion.objects.update(text=f"{PASSPORT} {NAMED} too.", reply_by=date(2025, 5, 1))
    Recommendation.objects.update(reasons=f"As {NAMED} said.")
    over, refused, names = opinion_page(office.head, Opinion.objects.get(pk=opinion.pk)).warned
    assert over == "The day of “Reply by” is over: 1 May 2025. Choose a later day first."
    assert refused.startswith("Text: “AZE7654321” would show who somebody is")
    assert f"“{NAMED}” (Text), “{NAMED}” (Recommendation 1, Reasons) may be the name" in names
    assert opinion_page(office.world.people["citizen"], opinion).warned == ()


def test_of_many_likely_names_the_first_ones_are_told(office, opinion):
    names = [f"Nümunəyev Nümunə{letters} Misal oğlu" for letters in ("a", "b", "c", "d")]
    Opinion.objects.update(text="; ".join(names))
    (told,) = opinion_page(office.head, Opinion.objects.get(pk=opinion.pk)).warned
    assert [name in told for name in names] == [True, True, True, False]
    assert ", … may be the name" in told


@pytest.mark.whole
def test_the_reply_is_not_due_in_the_past_when_it_is_written_or_issued(office, opinion):
    today = timezone.localdate()
    told = OpinionContent("T", "en", "Words.", today - timedelta(days=1))
    with pytest.raises(DayIsPast):
        DraftOpinion(office.world.amendment, told, actor=office.act()).execute()
    with pytest.raises(DayIsPast):
        EditOpinion(opinion, told, opinion.revision, actor=office.act()).execute()
    Opinion.objects.update(reply_by=told.reply_by)
    with pytest.raises(ReplyDayOver):
        issue(office, opinion)
    Opinion.objects.update(reply_by=today)
    assert issue(office, opinion).reply_by == today
