"""Rights, grounds and treaties are chosen by name: in the form of a comment, and for what came on paper."""

import re
import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from azerbaijan import benchmarks
from consultations.kept_text import account_proof
from consultations.models import Comment, Right, Term, Treaty
from consultations.rules.benchmarks import TreatyArticle
from tests.factories import consultation as make, vocabulary


@pytest.fixture
def draft(world):
    """A draft that names something, and replies, which this form does not ask."""
    earlier = make.draft(world.round, world.ngo_focal, world.ngo, make.content())
    said = make.content(
        make.chosen(world.draft, "2.1"),
        rights=("B01",),
        grounds=("sex",),
        treaties=(TreatyArticle("CRC", "3"),),
        in_reply_to=earlier.pk,
    )
    return make.draft(world.round, world.ngo_author, world.ngo, said)


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
    moment = make.typed_at(make.NOW - make.DAY)
    source = {"institution": world.stranger.pk, "channel": "letter", "received": moment, "source": "No. 12/3"}
    return {**typed(world, **more), **source}


def folds(page):
    """The folds of boxes that are not hidden: which are ticked, and whether each is open."""
    found = re.findall(
        r'<details class="fold"( open)?>\s*<summary>(.*?)</summary>(.*?)</details>', page, re.DOTALL
    )
    return {
        name: (bool(is_open), re.findall(r'value="([^"]+)"(?=[^>]*checked)', boxes))
        for is_open, name, boxes in found
    }


def shown(page, name):
    """The values of the boxes of a field that are not hidden."""
    return re.findall(rf'<div class="check"><input[^>]*name="{name}" value="([^"]+)"', page)


def codes(comment):
    return Comment.objects.get(pk=comment.pk).named.codes


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
    assert page.count('type="checkbox" name="rights"') == 6
    assert len(folds(page)) == 4  # three clusters of rights, one maker of treaties
    assert folds(page)[cluster] == (False, [])
    assert name in page


def test_articles_stand_beside_the_name_of_a_right(author, new):
    page = author.get(new).content.decode()
    assert re.search(r"Right to life\s+<span class=\"cites\">ICCPR 6; CRC 6</span></label>", page)


def test_the_form_says_how_many_names_a_lawyer_has_reviewed(author, world, new):
    words = "No lawyer has reviewed these names and articles yet."
    assert words in author.get(new).content.decode()
    for model in (Right, Term, Treaty):
        model.objects.update(reviewed_by=world.admin, reviewed_on=timezone.localdate())
    assert words not in author.get(new).content.decode()
    Treaty.objects.filter(code="CRC").update(reviewed_by=None, reviewed_on=None)
    page = author.get(new).content.decode()
    assert words not in page
    said = re.search(r"A lawyer has reviewed (\d+) of these (\d+) names with their articles.", page)
    assert int(said[1]) == int(said[2]) - 1


def test_rights_grounds_and_treaties_are_optional_and_several_may_be_chosen(author, world, new):
    author.post(new, typed(world))
    assert codes(Comment.objects.get()) == {"rights": [], "grounds": [], "treaties": []}
    named = {"rights": ["E03", "B01", "E03"], "grounds": ["sex"], "treaties": ["CRC", "ICCPR"]}
    author.post(new, typed(world, **named, **{"treaties-CRC": " 3,  37(a) "}))
    comment = Comment.objects.get(grounds__code="sex")
    assert codes(comment) == {
        "rights": ["B01", "E03"],
        "grounds": ["sex"],
        "treaties": ["CRC 3, 37(a)", "ICCPR"],
    }
    shown = author.get(comment.url).content.decode()
    for words in (
        "<li>Right to life</li>",
        "<li>Best interests of the child</li>",
        "<li>Sex</li>",
        "<li>Convention on the Rights of the Child, Art. 3, 37(a)</li>",
        "<li>Covenant on Civil and Political Rights</li>",
    ):
        assert words in shown


@pytest.mark.parametrize("page", ["new", "entry"])
@pytest.mark.parametrize("name", ["rights", "grounds", "treaties"])
def test_what_the_list_does_not_have_is_named_at_the_field(client, request, world, page, name):
    client.force_login(world.secretary if page == "entry" else world.ngo_author)
    address = request.getfixturevalue(page)
    data = received(world) if page == "entry" else typed(world)
    chosen = {"rights": ["B01"], "grounds": ["sex"], "treaties": ["CRC"]}
    chosen[name] = [*chosen[name], "<hearing>"]
    answer = client.post(address, {**data, **chosen, "treaties-CRC": "37(a)"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}
    assert "The list has no entry “&lt;hearing&gt;”. Choose an entry by its name." in shown
    assert f'href="#id_{name}"' in shown
    assert f'id="id_{name}"' in shown
    assert '<details class="more" open>' in shown
    assert folds(shown)["Life, liberty and integrity"] == (True, ["B01"])  # nothing that was chosen is lost
    assert folds(shown)["United Nations"] == (True, ["CRC"])
    assert 'name="treaties-CRC" value="37(a)"' in shown
    assert not Comment.objects.exists()


def test_a_hidden_character_and_a_long_article_are_refused_at_the_field(author, world, new):
    for typed_beside in ("3\u202e", "3" * 61):
        data = typed(world, treaties=["CRC"], **{"treaties-CRC": typed_beside})
        assert author.post(new, data).context["form"].errors.keys() == {"treaties"}
    assert not Comment.objects.exists()


def test_a_retired_right_is_offered_to_the_draft_that_names_it_alone(author, world, new, draft):
    Right.objects.filter(code="B01").update(is_active=False)
    assert "Right to life" not in author.get(new).content.decode()
    assert author.post(new, typed(world, rights=["B01"])).status_code == 422
    assert folds(author.get(edit(draft)).content.decode())["Life, liberty and integrity"] == (True, ["B01"])
    author.post(edit(draft), typed(world, rights=["B01", "E03"], revision=1))
    assert codes(draft)["rights"] == ["B01", "E03"]


def test_a_draft_is_shown_with_what_it_names_and_keeps_what_the_form_does_not_ask(author, world, draft):
    page = author.get(edit(draft)).content.decode()
    assert folds(page)["Life, liberty and integrity"] == (True, ["B01"])
    assert folds(page)["United Nations"] == (True, ["CRC"])
    assert 'name="treaties-CRC" value="3"' in page
    autosave = f"{edit(draft)}autosave/"
    assert author.post(autosave, typed(world, rationale="Better.", revision=1)).status_code == 204
    kept = Comment.objects.get(pk=draft.pk)
    assert (kept.rationale, kept.in_reply_to) == ("Better.", draft.in_reply_to)
    assert kept.named.codes == {"rights": [], "grounds": [], "treaties": []}


@pytest.mark.parametrize(
    ("sought", "rights", "treaties"),
    [
        ("life", ["B01", "B02", "E03", "E01"], []),  # of the name, of the cluster
        ("LIFE RIGHT", ["B01"], []),
        ("yasamaq huququ", ["B01"], []),
        ("yaşamaq", ["B01"], []),
        ("жизнь право", ["B01"], []),
        ("crc", ["B01", "B02", "E03"], ["CRC"]),
        ("b01", ["B01"], []),
        ("covenant", [], ["ICCPR"]),
        ("nothing of the kind", [], []),
    ],
)
def test_rights_and_treaties_are_looked_for_without_scripts(author, world, new, sought, rights, treaties):
    answer = author.post(new, typed(world, sought=sought, look="1", rights=["F01"], rationale="Kept."))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert shown(page, "rights") == [*rights, "F01"]  # what is ticked stays
    assert shown(page, "treaties") == treaties
    assert page.count('value="E01"') == 1  # hidden or not, so that other words find it in the page
    nothing = re.findall(r"data-nothing-found( hidden)?>", page)
    assert nothing == [" hidden", " hidden" if treaties else ""]
    assert all(is_open for is_open, _ in folds(page).values())
    assert '<details class="more" open>' in page
    assert "Kept." in page
    assert not Comment.objects.exists()


def test_the_secretary_looks_for_rights_too(client, world, entry):
    client.force_login(world.secretary)
    answer = client.post(entry, received(world, sought="remedy", look="1"))
    assert answer.status_code == 200
    assert shown(answer.content.decode(), "rights") == ["F02"]
    assert not Comment.objects.exists()


def test_what_is_chosen_when_the_session_ends_is_still_chosen_after_the_sign_in(client, world, draft):
    chosen = {"rights": ["B01", "E03"], "grounds": ["sex"], "treaties": ["CRC"], "treaties-CRC": "37(a)"}
    for address in (edit(draft), reverse("consultations:comment_on_document", args=[world.round.pk])):
        client.logout()
        client.post(address, typed(world, **chosen, account=account_proof(world.ngo_author)))
        client.force_login(world.ngo_author)
        page = client.get(address).content.decode()
        assert "it is not saved yet" in page
        assert folds(page)["Life, liberty and integrity"] == (True, ["B01"])
        assert folds(page)["Family, private life and children"] == (True, ["E03"])
        assert folds(page)["United Nations"] == (True, ["CRC"])
        assert 'name="treaties-CRC" value="37(a)"' in page


def test_no_more_is_kept_of_a_stranger_than_a_form_sends(client, new, world):
    for name in ("rights", "grounds", "treaties"):
        many = {name: ["x" * 2_000] * 900, "range": ["y" * 2_000] * 10}
        client.post(new, typed(world, **many, account=account_proof(world.ngo_author)))
        kept = client.session["consultations.kept"]
        assert len(kept["data"][name]) == 500
        assert {len(value) for value in (*kept["data"][name], *kept["ranges"])} == {100}


def test_two_editors_see_both_choices(client, author, world, draft):
    client.post(edit(draft), typed(world, rights=["B02"], revision=1))
    answer = author.post(edit(draft), typed(world, rights=["B01", "E03"], revision=1))
    page = answer.content.decode()
    assert answer.status_code == 409
    saved = page.split("What is saved now")[1].split("<form")[0]
    assert "Prohibition of torture and inhuman or degrading treatment" in saved
    assert folds(page)["Life, liberty and integrity"] == (True, ["B01"])
    assert folds(page)["Family, private life and children"] == (True, ["E03"])


def test_the_secretary_chooses_what_the_institution_names(client, world, entry):
    client.force_login(world.secretary)
    page = client.get(entry).content.decode()
    assert "Choose the human rights that the institution names." in page
    client.post(entry, received(world, rights=["F01", "F02"]))
    assert codes(Comment.objects.get())["rights"] == ["F01", "F02"]


def test_who_signs_off_reads_what_is_named(client, world, draft):
    client.force_login(world.ngo_focal)
    page = client.get(reverse("consultations:submission", args=[draft.submission.pk])).content.decode()
    for named in ("Right to life", "Convention on the Rights of the Child, Art. 3", "Sex"):
        assert named in page


def test_the_form_costs_a_bounded_number_of_queries(author, new, django_assert_num_queries):
    vocabulary.load(replace(vocabulary.SMALL, rights=vocabulary.SMALL.rights[:2]))
    author.get(new)  # what the first page puts into the cache is not counted
    with CaptureQueriesContext(connection) as few:
        author.get(new)
    vocabulary.load(benchmarks.read())
    with django_assert_num_queries(len(few.captured_queries)):
        page = author.get(new).content.decode()
    assert page.count('type="checkbox" name="rights"') == 71
    assert len(few.captured_queries) <= 35
