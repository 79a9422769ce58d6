"""The history of one instruction."""

from django.urls import reverse

from tests.factories import law


def test_the_history_names_who_changed_what_and_why(drafter, stage):
    amendment = stage.world.amendment
    row = law.add(amendment, stage.world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    drafter.post(
        reverse("amendments_admin:instruction_step", args=[amendment.pk, row.pk, "withdraw"]),
        {"reason": "Too dear."},
    )
    page = drafter.get(reverse("amendments_admin:history", args=[amendment.pk, row.pk])).content.decode()
    for words in ("drafter", "Children → Pupils", "Too dear.", "withdrawn"):
        assert words in page


def test_the_history_of_what_concerns_the_whole_act_shows_no_sign_for_it(drafter, stage):
    amendment = stage.world.amendment
    row = law.add(
        amendment, stage.world.drafter, "commencement", "*", new="This Law enters into force today."
    )
    page = drafter.get(reverse("amendments_admin:history", args=[amendment.pk, row.pk])).content.decode()
    assert f"{row.get_op_display()}: This Law enters" in page
