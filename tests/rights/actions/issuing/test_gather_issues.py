"""Issues on drafts of other amendments: gathered once such a draft is law, and then recommended on its text."""

import pytest

from amendments.models import Amendment
from amendments.states import State
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.errors.of_gathering import OnlyInADraft
from rights.queries.opinion_page import opinion_page
from tests.factories import law
from tests.rights import drafts
from tests.rights.conftest import content, passage


def released(office, title, *instruction, **given):
    """The first draft of another amendment of the law in force."""
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, title)
    return drafts.released(office, amendment, *instruction, **given).draft


@pytest.mark.whole
def test_an_issue_on_a_draft_that_is_law_is_recommended_on_the_law_in_an_opinion_on_an_earlier_draft(office):
    world = office.world
    earlier = released(office, "Boats", "repeal", "1.2.1")
    draft = released(office, "Fares", "replace_words", "2.1", old="10 coins", new="30 coins")
    text = law.text_in(draft)
    raised = OpenIssue(text, [passage(text, "2.1", "30 coins")], content(), actor=office.act()).execute()
    adopted = law.adopt(draft, world.drafter)
    law.release(adopted, "public", world.drafter, world.secretary)
    drafted = DraftOpinion(earlier.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    GatherIssues(drafted, [raised], actor=office.act()).execute()
    row = drafted.recommendations.get()
    assert (row.version, row.provision_id) == (adopted, adopted.entries.get(number="2.1").provision_id)


@pytest.mark.parametrize("end", [State.WITHDRAWN, State.REJECTED])
def test_no_issue_waits_for_a_law_that_will_not_come(office, end):
    world = office.world
    raised = OpenIssue(world.text, [passage(world.text, "2.1")], content(), actor=office.act()).execute()
    on_law = DraftOpinion(world.base.instrument, OpinionContent("T", "en"), actor=office.act()).execute()
    assert opinion_page(office.analyst, on_law).elsewhere == (raised,)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=end)
    page = opinion_page(office.analyst, on_law)
    assert page.elsewhere == ()
    assert raised not in [line.issue for line in page.offered]
    with pytest.raises(OnlyInADraft):
        GatherIssues(on_law, [raised], actor=office.act()).execute()


@pytest.mark.parametrize(
    ("more", "number"), [({}, "1.2.1"), ({"recommended_text": "Ferries cross by day."}, "1.1")]
)
def test_an_issue_on_several_provisions_is_recommended_on_the_one_that_the_draft_touches(
    office, more, number
):
    world = office.world
    words = [passage(world.base, "1.1"), passage(world.base, "1.2.1")]
    raised = OpenIssue(world.base, words, content(**more), actor=office.act()).execute()
    draft = released(office, "Boats", "repeal", "1.2.1")
    drafted = DraftOpinion(draft.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    GatherIssues(drafted, [raised], actor=office.act()).execute()
    row = drafted.recommendations.get()
    assert row.provision_id == world.base.entries.get(number=number).provision_id
    assert row.version == law.text_in(draft)
