"""Comments and answers on rows of a table, which a field shows with bars, and on points that have a letter."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from consultations.models import Comment, CommentInstruction
from tests.factories import consultation as make, law

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Ferry Fees

Article 1. Fees
1.1. The fees are:
Service\tFee
1.1.1. A crossing\t10 coins
1.1.2. A parcel\t5 coins

Article 2. Exemptions
1. No fee is paid by:
(a) children;
(b) crews.
"""
TYPED = {"stance": "opposes", "rationale": "Too much.", "visibility": "public", "identity": "shown",
         "language": "en", "priority": "medium", "acting_for": "person", "save": "1"}  # fmt: skip


@pytest.fixture
def round_(world, once):
    return once(_round, world)


def _round(world):
    base = law.make_act(world.section, world.drafter, text=ACT, number="3-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Amending the fees")
    law.add(amendment, world.drafter, "replace_number", "1.1.1", old="10", new="12")
    draft = law.seal(amendment, world.drafter)
    for text in (base, draft):
        law.release(text, "public", world.drafter, world.secretary)
    return make.open_round(draft, world.secretary)


def browser(person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def provision(round_, number):
    return law.text_in(round_.draft).entries.get(number=number).provision_id


def address(round_, number):
    return reverse("consultations:comment_on", args=[round_.pk, provision(round_, number)])


def say(world, round_, number, proposed):
    typed = {**TYPED, "key": str(uuid.uuid4()), "proposed_text": proposed}
    browser(world.citizen).post(address(round_, number), typed)
    return Comment.objects.get()


def test_the_form_shows_a_bar_between_the_cells_and_says_so(world, round_):
    page = browser(world.citizen).get(address(round_, "1.1.1")).content.decode()
    assert ">A crossing | 12 coins</textarea>" in page
    assert "Write a bar between the cells of a row" in page
    assert "Write a bar" not in browser(world.citizen).get(address(round_, "2")).content.decode()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("A crossing | 11 coins", "A crossing\t11 coins"),
        ("A crossing | 12 coins", ""),
        (" A crossing\t12 coins", ""),
    ],
)
def test_a_row_is_stored_with_the_cells_of_the_law(world, round_, typed, stored):
    comment = say(world, round_, "1.1.1", typed)
    assert comment.proposed_text == stored
    again = browser(world.citizen).get(reverse("consultations:edit_comment", args=[comment.pk]))
    assert f">{typed.strip().replace(chr(9), ' | ')}</textarea>" in again.content.decode()


def test_bars_in_other_provisions_are_words(world, round_):
    assert say(world, round_, "b", "crews | pilots.").proposed_text == "crews | pilots."


def test_the_preview_shows_the_cells(world, round_):
    asked = reverse("consultations:preview", args=[round_.pk, provision(round_, "1.1.1")])
    client = browser(world.citizen)
    shown = client.post(asked, {"proposed_text": "A crossing | 11 coins"}).content.decode()
    assert shown.count("<td>") == 2
    assert (
        "same as the draft" in client.post(asked, {"proposed_text": "A crossing | 12 coins"}).content.decode()
    )


def test_a_row_becomes_an_instruction_as_it_was_proposed(world, round_):
    comment = say(world, round_, "1.1.1", "A crossing | 11 coins")
    make.send(comment.submission, world.citizen)
    client = browser(world.secretary)
    page = client.get(reverse("consultations:answer", args=[comment.pk])).content.decode()
    assert ">A crossing | 11 coins</textarea>" in page
    client.post(reverse("consultations:instruct", args=[comment.pk]), {"wording": "A crossing | 11 coins"})
    link = CommentInstruction.objects.get()
    assert (link.wording, link.as_proposed) == ("A crossing\t11 coins", True)


def test_a_letter_has_one_name_the_one_that_the_law_prints(world, round_):
    comment = say(world, round_, "b", "crews and pilots.")
    form = browser(world.citizen).get(address(round_, "b")).content.decode()
    assert "Comment on point (b) of part 1 of Article 2" in form
    make.send(comment.submission, world.citizen)
    client = browser(world.secretary)
    for page in (
        comment.url,
        reverse("consultations:board", args=[round_.pk]),
        reverse("consultations:provision_comments", args=[provision(round_, "b")]),
    ):
        shown = client.get(page).content.decode()
        assert "(b)" in shown
        assert ">b<" not in shown
        assert not re.search(r"\bon b\b", shown)


@pytest.mark.parametrize("typed", ["b", "(b)", "b)", " b) "])
def test_a_letter_is_found_however_it_is_typed(world, round_, typed):
    find = reverse("consultations:enter", args=[round_.pk])
    answer = browser(world.secretary).get(find, {"number": typed})
    assert answer.url == reverse("consultations:enter_on", args=[round_.pk, provision(round_, "b")])
