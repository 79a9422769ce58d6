"""A restatement takes what lies under the provision where the drafter ticks that; without it a warning is shown."""

import pytest
from django.urls import reverse

from amendments.queries.drafting.drafts import working_draft
from tests.factories import law

WHOLE = {"op": "restate", "target": "2", "new": "Article 2. Fares\nEverybody pays.", "whole": "on"}
WARNED = "Write what lies under it too,"


@pytest.fixture
def url(stage):
    return reverse("amendments_admin:new_instruction", args=[stage.world.amendment.pk])


def texts(amendment, name="tree"):
    """The words of Article 2 and of what lies under it."""
    tree = getattr(working_draft(law.act_of(amendment)), name)
    return [each.text for each in tree.family(tree.by_eid["art_2"])]


def test_what_lies_under_goes_where_that_is_ticked(drafter, stage, url):
    amendment = stage.world.amendment
    before = texts(amendment)
    page = drafter.post(url, {**WHOLE, "preview": "1"}).content.decode()
    assert WARNED not in page
    assert page.count("[deleted") >= len(before) - 1
    assert WARNED in drafter.post(url, {**WHOLE, "whole": "", "preview": "1"}).content.decode()
    assert drafter.post(url, {**WHOLE, "save": "1"}).status_code == 302
    assert texts(amendment) == ["Everybody pays."]


def test_a_tick_that_is_taken_away_leaves_what_lies_under(drafter, stage, url):
    amendment = stage.world.amendment
    drafter.post(url, {**WHOLE, "save": "1"})
    row = amendment.instructions.get(op="restate")
    assert row.operation["qualifier"] == "all"
    own = reverse("amendments_admin:instruction", args=[amendment.pk, row.pk])
    form = drafter.get(own).context["form"]
    assert form["whole"].value() is True
    left = {bound.name: bound.value() or "" for bound in form if bound.name != "whole"}
    assert drafter.post(own, {**left, "save": "1"}).status_code == 302
    row.refresh_from_db()
    assert "qualifier" not in row.operation
    assert texts(amendment) == ["Everybody pays.", *texts(amendment, "base")[1:]]


@pytest.mark.parametrize(
    ("given", "field", "reason"),
    [
        ({"heading": "Fares", "new": ""}, "new", "Write the new text of 2."),
        ({"new": "x", "level": "heading"}, "whole", "Leave “Part of it” empty"),
    ],
)
def test_what_cannot_be_taken_is_said(drafter, stage, url, given, field, reason):
    answer = drafter.post(url, {**WHOLE, **given, "save": "1"})
    errors = answer.context["form"].errors
    assert list(errors) == [field]
    assert reason in " ".join(errors[field])
