import pytest

from amendments.errors import NotAllowed
from consultations.models import Term
from consultations.rules.benchmarks import TermKind, TreatyArticle
from consultations.values import Visibility
from rights.actions.issues.edit_issue import EditIssue
from rights.errors import ChangedMeanwhile, NotOfOffice
from tests.factories import consultation as make
from tests.factories.consultation import make_person
from tests.rights.conftest import content


def test_what_changed_is_saved_with_its_history(office):
    ground = Term.objects.filter(kind=TermKind.GROUND).first()
    wanted = content(title="Dear fares", articles=(TreatyArticle("CRC", "3"),), terms=(ground,))
    issue = EditIssue(office.issue, wanted, 1, actor=office.act()).execute()
    assert (issue.title, issue.revision) == ("Dear fares", 2)
    assert [str(row) for row in issue.articles.all()] == ["CRC 3"]
    assert list(issue.terms.all()) == [ground]
    newest = issue.history.first()
    assert (newest.articles, newest.terms) == (["CRC 3"], [f"ground {ground.code}"])


def test_the_same_content_changes_nothing(office):
    issue = EditIssue(office.issue, content(), 1, actor=office.act()).execute()
    assert (issue.revision, issue.history.count()) == (1, 1)


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(office):
    EditIssue(office.issue, content(title="First"), 1, actor=office.act()).execute()
    with pytest.raises(ChangedMeanwhile):
        EditIssue(office.issue, content(title="Second"), 1, actor=office.act(office.head)).execute()
    assert EditIssue(office.issue, content(title="First"), 1, actor=office.act()).execute().revision == 2


def test_a_comment_that_the_person_may_not_read_is_not_linked(office):
    world = office.world
    said = make.content(visibility=Visibility.SECRETARIAT)
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(comment.submission, world.ngo_focal)
    issue = EditIssue(office.issue, content(comments=(comment,)), 1, actor=office.act()).execute()
    assert not issue.comments.exists()


def test_only_the_head_gives_it_to_another_analyst(office):
    with pytest.raises(NotAllowed):
        EditIssue(office.issue, content(owner=office.head), 1, actor=office.act()).execute()
    issue = EditIssue(office.issue, content(owner=office.head), 1, actor=office.act(office.head)).execute()
    assert issue.owner == office.head


def test_the_office_edits_an_issue_whose_owner_has_left_and_the_head_gives_it_on(office):
    office.analyst.groups.clear()
    act = office.act(office.head)
    issue = EditIssue(office.issue, content(title="Dear fares"), 1, actor=act).execute()
    assert (issue.title, issue.owner) == ("Dear fares", office.analyst)
    for outside in (office.world.drafter, make_person("intern", "rights_reader")):
        with pytest.raises(NotOfOffice):
            EditIssue(office.issue, content(owner=outside), 2, actor=act).execute()
