"""The chain as everybody sees it: one hash a day, and nothing of what it holds."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from amendments.models import ChainHead, ChainLink


def test_the_last_hash_of_each_day_is_shown_and_no_other(world):
    number = ChainLink.objects.count()
    for place, (day, minute) in enumerate(
        ((1, 30), (1, 45), (2, 15)), start=1
    ):  # 4:30, 4:45 and 4:15 in Baku
        ChainLink.objects.create(
            number=number + place,
            at=datetime(2030, 5, day, 0, minute, tzinfo=UTC),
            kind="step",
            row=f"made-{place}",
            content="",
            sha256=str(place) * 64,
        )
    shown = Client().get(reverse("amendments:chain")).content.decode()
    assert "1" * 64 not in shown
    assert shown.index("3" * 64) < shown.index("2" * 64)  # the newest day first
    assert "made-" not in shown
    assert "step" not in shown.split("<tbody>")[1].split("</tbody>")[0]


def test_the_feed_has_the_same_hashes(world):
    feed = Client().get(reverse("amendments:chain_feed"))
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert ChainLink.objects.order_by("-number").first().sha256 in feed.content.decode()


def test_before_the_first_link_the_page_says_so(db, monkeypatch):
    monkeypatch.setattr("amendments.views.chain_days.last_links", ChainLink.objects.none)
    assert "Nothing has been recorded yet." in Client().get(reverse("amendments:chain")).content.decode()
    assert Client().get(reverse("amendments:chain_feed")).status_code == 200


def test_a_page_needs_few_queries(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        Client().get(reverse("amendments:chain"))


def test_a_kept_hash_is_asked_for(world):
    call_command("verify_seals", head=ChainLink.objects.first().sha256)
    with pytest.raises(CommandError, match="does not hold"):
        call_command("verify_seals", head="0" * 64)
    ChainHead.objects.update(sha256="")
    with pytest.raises(CommandError, match=r"do not stand .* does not hold this hash"):
        call_command("verify_seals", head="0" * 64)
