"""A long comment is folded on lists and boards after some lines. Its whole text stands in the page, also for printing."""

import pytest
from django.urls import reverse

from tests.factories import consultation as make
from tests.factories.writing import typed

LONG = "Ferries are late in winter. " * 350
SHORT = "Ferries are late."


@pytest.fixture
def commented(world):
    """A comment of almost ten thousand characters that proposes as many, and a short one."""
    for words in (LONG, SHORT):
        said = make.content(make.chosen(world.draft, "2.1"), rationale=words, proposed_text=f"2.3. {words}")
        comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(comment.submission, world.ngo_focal)
    return world


@pytest.mark.parametrize("page", ["board", "round"])
def test_a_long_comment_is_folded_and_all_of_it_is_there(client, commented, page):
    client.force_login(commented.secretary)
    words = client.get(reverse(f"consultations:{page}", args=[commented.round.pk])).content.decode()
    # Its reasons and its proposal; the short one is not folded
    assert words.count('<div class="long-text">') == 2
    assert words.count("Show all") == 2
    assert words.count(LONG.strip()) == 2
    assert words.count("<details") == words.count("</details>")


def test_who_may_read_it_and_the_identity_stand_outside_the_fold(client, world, address):
    client.force_login(world.ngo_author)
    page = client.get(address).content.decode()
    before, _fold, inside = page.partition('<details class="more"')
    for name in ("visibility", "identity"):
        assert f'name="{name}"' in before
        assert f'name="{name}"' not in inside


def test_words_selected_with_the_mouse_can_be_taken_back_in_a_form_that_is_shown_again(
    client, world, address
):
    """They are no sentence, so that the form has no choice for them of its own."""
    client.force_login(world.ngo_author)
    answer = client.post(address, {**typed(world), "range": ["d:0:3"], "stance": "no such"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert page.count('type="checkbox" name="range" value="d:0:3"') == 1
    assert 'type="hidden" name="range"' not in page
