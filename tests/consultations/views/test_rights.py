"""Rights are chosen by name: in the form of a comment, and in the form for what came on paper."""

import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from consultations.models import Comment
from tests.factories import consultation as make


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def author(client, world):
    client.force_login(world.ngo_author)
    return client


@pytest.fixture
def draft(world):
    """A draft from the time when rights were typed, with what this form does not ask."""
    earlier = make.draft(world.round, world.ngo_focal, world.ngo, make.content())
    said = make.content(
        make.chosen(world.draft, "2.1"),
        rights=("B01",),
        grounds=("sex",),
        instruments=({"instrument": "CRC", "article": "3"},),
        in_reply_to=earlier.pk,
    )
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    Comment.objects.filter(pk=comment.pk).update(rights=["fair hearing", "B01", "Z99"])
    return comment


@pytest.fixture
def new(world):
    provision = world.text.entries.get(number="2.1").provision_id
    return reverse("consultations:comment_on", args=[world.round.pk, provision])


@pytest.fixture
def entry(world):
    provision = world.text.entries.get(number="2.1").provision_id
    return reverse("consultations:enter_on", args=[world.round.pk, provision])


def edit(comment):
    return reverse("consultations:edit_comment", args=[comment.pk])


def typed(world, **more):
    return {
        "stance": "opposes",
        "rationale": "Words.",
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        "priority": "medium",
        "acting_for": str(world.ngo.pk),
        "key": str(uuid.uuid4()),
        "save": "1",
        **more,
    }


def received(world, **more):
    moment = timezone.localtime(make.NOW - make.DAY).strftime("%Y-%m-%dT%H:%M")
    source = {"institution": world.stranger.pk, "channel": "letter", "received": moment, "source": "No. 12/3"}
    return {**typed(world, **more), **source}


def clusters(page):
    """Which rights stand in which fold, those that are ticked, and whether it is open."""
    folds = re.findall(
        r'<details class="fold"( open)?><summary>(.*?)</summary>(.*?)</details>', page, re.DOTALL
    )
    return {
        name: (bool(is_open), re.findall(r'value="([^"]+)"(?=[^>]*checked)', boxes))
        for is_open, name, boxes in folds
    }


@pytest.mark.parametrize(
    ("language", "cluster", "name"),
    [
        ("en", "Life, liberty and integrity", "Right to life"),
        ("az", "Həyat, azadlıq və toxunulmazlıq", "Yaşamaq hüququ"),
        ("ru", "Жизнь, свобода и неприкосновенность", "Право на жизнь"),
    ],
)
def test_the_form_offers_every_right_by_name_under_its_cluster(author, new, language, cluster, name):
    author.cookies["django_language"] = language
    page = author.get(new).content.decode()
    assert page.count('type="checkbox" name="rights"') == 71
    assert len(clusters(page)) == 8
    assert clusters(page)[cluster] == (False, [])
    assert name in page


def test_rights_are_optional_and_several_may_be_chosen(author, world, new):
    author.post(new, typed(world))
    author.post(new, typed(world, rights=["E03", "B01", "E03"]))
    assert [comment.rights for comment in Comment.objects.all()] == [[], ["E03", "B01"]]
    shown = author.get(Comment.objects.last().url).content.decode()
    assert "Right to life" in shown
    assert "Best interests of the child" in shown


@pytest.mark.parametrize("page", ["new", "entry"])
def test_a_right_that_the_list_does_not_have_is_named_at_the_field(client, request, world, page):
    client.force_login(world.secretary if page == "entry" else world.ngo_author)
    address = request.getfixturevalue(page)
    data = received(world) if page == "entry" else typed(world)
    answer = client.post(address, {**data, "rights": ["B01", "fair <hearing>"]})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"rights"}
    assert "The list of rights has no “fair &lt;hearing&gt;”." in shown
    assert 'href="#id_rights"' in shown
    assert 'id="id_rights"' in shown
    assert '<details class="more" open>' in shown
    assert clusters(shown)["Life, liberty and integrity"] == (
        True,
        ["B01"],
    )  # nothing that was chosen is lost
    assert not Comment.objects.exists()


def test_an_older_draft_shows_its_own_words_as_they_are(author, draft):
    page = author.get(edit(draft)).content.decode()
    assert next(iter(clusters(page))) == "In the words of the comment"
    assert clusters(page)["In the words of the comment"] == (True, ["fair hearing", "Z99"])
    assert clusters(page)["Life, liberty and integrity"] == (True, ["B01"])


def test_own_words_stay_until_they_are_taken_out(author, world, draft):
    author.post(edit(draft), typed(world, rights=["fair hearing", "Z99", "E03"], revision=1))
    draft.refresh_from_db()
    assert draft.rights == ["fair hearing", "Z99", "E03"]
    author.post(edit(draft), typed(world, rights=["Z99", "E03"], revision=2))
    draft.refresh_from_db()
    assert draft.rights == ["Z99", "E03"]
    assert "fair hearing" not in author.get(edit(draft)).content.decode()


def test_what_the_form_does_not_ask_stays_as_it_was(author, world, draft):
    autosave = f"{edit(draft)}autosave/"
    assert author.post(autosave, typed(world, rationale="Better.", revision=1)).status_code == 204
    kept = Comment.objects.get(pk=draft.pk)
    assert kept.rationale == "Better."
    for name in ("grounds", "instruments", "in_reply_to"):
        assert getattr(kept, name) == getattr(draft, name), name


def test_rights_chosen_when_the_session_ends_are_still_chosen_after_the_sign_in(client, world, draft):
    for address in (edit(draft), reverse("consultations:comment_on_document", args=[world.round.pk])):
        client.logout()
        client.post(address, typed(world, rights=["B01", "E03"]))
        client.force_login(world.ngo_author)
        page = client.get(address).content.decode()
        assert "You were signed out." in page
        assert clusters(page)["Life, liberty and integrity"] == (True, ["B01"])
        assert clusters(page)["Family, private life and children"] == (True, ["E03"])


def test_no_more_is_kept_of_a_stranger_than_a_form_sends(client, new, world):
    client.post(new, typed(world, rights=["x" * 2_000] * 900, range=["y" * 2_000] * 10))
    kept = client.session["consultations.kept"]
    assert len(kept["data"]["rights"]) == 500
    assert {len(value) for value in (*kept["data"]["rights"], *kept["ranges"])} == {500}


def test_two_editors_see_both_choices(client, author, world, draft):
    client.post(edit(draft), typed(world, rights=["B02"], revision=1))
    answer = author.post(edit(draft), typed(world, rights=["B01", "E03"], revision=1))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<li>Prohibition of torture and inhuman or degrading treatment</li>" in page
    assert clusters(page)["Life, liberty and integrity"] == (True, ["B01"])
    assert clusters(page)["Family, private life and children"] == (True, ["E03"])


def test_the_secretary_chooses_what_the_institution_names(client, world, entry):
    client.force_login(world.secretary)
    page = client.get(entry).content.decode()
    assert "Choose the human rights that the institution names." in page
    client.post(entry, received(world, rights=["F01", "F02"]))
    assert Comment.objects.get().rights == ["F01", "F02"]


def test_who_signs_off_reads_the_rights_by_name(client, world, draft):
    client.force_login(world.ngo_focal)
    page = client.get(reverse("consultations:submission", args=[draft.submission.pk])).content.decode()
    assert "fair hearing; Right to life; Z99</p>" in page
