"""Comments in the file of a redline: what the reader may read, and who wrote it where the reader may know."""

import io

import docx
import pytest
from django.test import Client

from consultations.queries.comments.remarks import remarks_on
from tests.consultations.queries.comments.sent_comments import sent_comments
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole


@pytest.fixture
def comments(world):
    """A public comment, one with a withheld identity, one for the committee, and a draft that nobody sent."""
    found = sent_comments(world)
    make.draft(world.round, world.body_author, world.body, make.content(rationale="Not sent."))
    return found


def said_to(person, draft):
    return [remark for remarks in remarks_on(person, draft).values() for remark in remarks]


def test_each_reader_gets_what_the_reader_may_read_and_nobody_a_draft(world, comments):
    told = {
        role: sorted(r.words[1] for r in said_to(world.people[role], world.draft))
        for role in ("anonymous", "secretary")
    }
    assert told["anonymous"] == ["Said open.", "Said withheld."]
    assert told["secretary"] == ["Said committee.", "Said open.", "Said withheld."]


def test_a_withheld_author_and_the_moment_that_would_tell_are_left_out(world, comments):
    by_words = {remark.words[1]: remark for remark in said_to(world.people["anonymous"], world.draft)}
    assert (by_words["Said open."].author, by_words["Said open."].at is None) == (str(world.ngo), False)
    assert (by_words["Said withheld."].author, by_words["Said withheld."].at) == ("Identity withheld", None)
    own = {remark.words[1]: remark for remark in said_to(world.ngo_focal, world.draft)}
    assert own["Said withheld."].author == str(world.ngo)


def test_a_comment_names_its_provision_and_words_and_one_on_the_whole_stands_with_the_first_act(
    world, comments
):
    whole = make.draft(world.round, world.body_author, world.body, make.content(rationale="On all."))
    make.ask(whole.submission, world.body_author)
    make.send(whole.submission, world.body_focal)
    found = {remark.words[1]: remark for remark in said_to(world.people["anonymous"], world.draft)}
    anchor = comments["open"].anchors.get()
    assert (found["Said open."].provision, found["Said open."].quote) == (str(anchor.provision_id), "coins")
    assert (found["On all."].provision, found["On all."].quote) == ("", "")


def test_the_page_offers_the_file_where_something_is_said_and_the_file_has_it(world, comments):
    client = Client()
    page = client.get(world.draft.redline_url).content.decode()
    assert f"{world.draft.redline_url}download/commented/" in page
    read = docx.Document(io.BytesIO(client.get(f"{world.draft.redline_url}download/commented/").content))
    assert {(each.author, each.text.partition("\n")[2]) for each in read.comments} == {
        (str(world.ngo), "Said open."),
        ("Identity withheld", "Said withheld."),
    }


def test_a_later_draft_about_which_nothing_is_said_yet_offers_no_file_with_comments(world, comments):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    later = law.seal(world.amendment, world.drafter)
    law.release(later, "public", world.drafter, world.secretary)
    page = Client().get(later.redline_url).content.decode()
    assert "download/tracked/" in page
    assert "download/commented/" not in page


def test_the_page_of_a_draft_about_which_nothing_is_said_offers_no_file_with_comments(world):
    assert "download/commented/" not in Client().get(world.draft.redline_url).content.decode()


def test_the_kept_file_of_one_reader_is_never_given_to_another(world, comments):
    """The file of the secretary is made first; nobody else gets it, and the secretary not after losing the role."""
    url = f"{world.draft.redline_url}download/commented/"

    def said(person):
        client = Client()
        if person:
            client.force_login(type(person).objects.get(pk=person.pk))
        read = docx.Document(io.BytesIO(client.get(url).content))
        return {each.text.partition("\n")[2] for each in read.comments}

    everything = {"Said open.", "Said withheld.", "Said committee."}
    assert said(world.secretary) == everything
    assert said(None) == everything - {"Said committee."}
    assert said(world.secretary) == everything
    world.secretary.groups.clear()
    assert said(world.secretary) == everything - {"Said committee."}
