"""What the preview of an instruction says of the instruction that repeals its provision."""

import pytest
from django.urls import reverse

from tests.factories import law

ADVICE = "repeals 2.2. Withdraw it to keep the provision."


@pytest.mark.parametrize("button", ["preview", "save"])
def test_a_number_that_the_list_repeals_names_the_instruction(drafter, stage, button):
    amendment = stage.world.amendment
    row = law.add(amendment, stage.world.drafter, "repeal", "2.2")
    given = {"op": "insert_element", "target": "2.2", "new": "Dogs pay half.", button: "1"}
    page = drafter.post(reverse("amendments_admin:new_instruction", args=[amendment.pk]), given)
    assert f"Instruction {row.key} {ADVICE}" in page.content.decode()


def test_words_changed_in_what_the_list_repeals_say_that_it_would_be_law_again(drafter, stage):
    amendment = stage.world.amendment
    url = reverse("amendments_admin:new_instruction", args=[amendment.pk])
    given = {"op": "replace_words", "target": "2.2", "old": "Children", "new": "Pupils", "preview": "1"}
    assert "law again" not in drafter.post(url, given).content.decode()
    row = law.add(amendment, stage.world.drafter, "repeal", "2.2")
    said = f"Instruction {row.key} repeals 2.2. It would be law again: the repeal leaves the list."
    assert said in drafter.post(url, given).content.decode()
