"""Provisions and acts are found by those who may read their versions."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.timezone import localdate

from amendments import search_sources
from amendments.audit.actor import Actor
from amendments.models import Commencement, Draft, Instrument, Provision, ProvisionText
from amendments.provisions.tree import Kind
from amendments.search_sources import InstructionSource, ProvisionSource, readable_versions
from amendments.signals import announce
from search.indexing import rebuild
from search.models import AudienceToken, ConfidentialEntry, PublicEntry
from tests.factories import law
from tests.search.asking import search

pytestmark = pytest.mark.whole
SECRET = "zanzibar"
PUBLIC = AnonymousUser()


def found(text, user=PUBLIC):
    return [
        card.heading.pieces and "".join(p.text for p in card.heading.pieces)
        for card in search(text, user).cards
    ]


def test_the_only_text_of_an_act_is_no_earlier_one_though_few_may_read_it(world):
    card, *_looser = search("ferries territory", world.drafter).cards
    assert (str(card.status), card.is_confidential) == ("in force", True)


def test_nor_is_the_newest_text_which_is_in_force_and_not_released(draft, released):
    law.adopt(draft, released.drafter, "2-L", localdate())
    statuses = {card.title: str(card.status) for card in search(SECRET, released.drafter).cards}
    assert statuses["Article 2.1"] == "in force"
    (card,) = search('"10 coins"', PUBLIC, kind="provision").cards
    assert str(card.status) == "in force"


@pytest.fixture
def released(world, once):
    once(_released, world)
    return world


def _released(world):
    law.release(world.base, "public", world.drafter, world.secretary)


@pytest.fixture
def draft(released, once):
    return once(_draft, released)


def _draft(world):
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="10 coins", new=f"20 {SECRET} coins")
    return law.seal(world.amendment, world.drafter)


def test_an_act_is_found_once_it_is_released(world):
    assert found("ferries territory") == []
    assert found("ferries territory", world.drafter)[0] == "Article 1.1"
    law.release(world.base, "public", world.drafter, world.secretary)
    assert found("ferries territory")[0] == "Article 1.1"


def test_a_provision_without_number_and_heading_is_called_by_its_kind(released):
    assert found('"law of the republic of caspia"')[0] == "Title"


@pytest.mark.parametrize(
    ("language", "kind", "called"),
    [
        ("en", Kind.PREAMBLE, "Preamble"),
        ("az", Kind.PREAMBLE, "Preambula"),
        ("az", Kind.CLOSING, "İmza"),
        ("ru", Kind.PREAMBLE, "Преамбула"),
    ],
)
def test_kinds_are_called_as_in_the_language_of_the_act(language, kind, called):
    assert search_sources._kind(Provision(kind=kind), language) == called


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Article 2", "Article 2. Fares"),
        ("2.1", "Article 2.1"),
        ("1.2.1", "Article 1.2.1"),
        ("Art. 1(2)", "Article 1.2"),
    ],
)
def test_a_provision_is_found_by_its_number(released, query, first):
    assert found(query)[0] == first


def test_a_hit_leads_to_the_provision_and_names_its_act(released):
    card, *_looser = search("ferries territory", PUBLIC).cards
    assert Client().get(card.content.url).status_code == 200
    assert (card.content.context, card.content.instrument, str(card.status)) == ("Law 1-L", "1-L", "in force")
    assert found("ferries territory in:1-l")
    assert not found("ferries territory in:2-l")


@pytest.mark.parametrize("audience", [None, "drafting_body", "invited", "committee", "public"])
def test_a_draft_is_found_by_those_who_may_read_it(draft, released, audience):
    if audience:
        law.release(draft, audience, released.drafter, released.secretary)
    people = {
        "public": PUBLIC,
        "other": released.other,
        "drafter": released.drafter,
        "secretary": released.secretary,
    }
    for name, person in people.items():
        readable = Draft.objects.visible_to(person).contains(draft)
        hits = search(SECRET, person)  # the wording and the instruction that brings it
        assert hits.answer.counted("kind") == ({"provision": 1, "instruction": 1} if readable else {}), name
        assert (len(hits.cards), hits.is_about) == (2 * readable, False), name
    assert search(SECRET, released.drafter).total == 2


def test_the_text_in_force_stands_for_its_drafts(draft, released):
    law.release(draft, "public", released.drafter, released.secretary)
    card, *_looser = search("fare coins", PUBLIC, kind="provision").cards
    assert str(card.status) == "in force"
    (card,) = search(SECRET, PUBLIC, kind="provision").cards
    assert str(card.status) == "draft"


def test_an_instruction_is_found_in_official_prose_and_leads_to_the_redline(draft, released):
    law.release(draft, "public", released.drafter, released.secretary)
    (card,) = search(SECRET, PUBLIC, kind="instruction").cards
    assert card.title == "1. Replace words"
    assert "shall be replaced" in "".join(piece.text for piece in card.body.pieces)
    assert Client().get(card.content.url).headers["Location"].endswith("/v/1/redline/")
    assert Client().get(card.content.url, follow=True).status_code == 200


def test_a_version_that_is_not_released_has_no_address(draft):
    address = reverse("amendments:version", args=[law.text_in(draft).pk])
    assert Client().get(address, follow=True).status_code == 404


def test_the_last_draft_speaks_for_an_instruction(draft, released):
    law.release(draft, "public", released.drafter, released.secretary)
    law.add(released.amendment, released.drafter, "repeal", "2.2")
    second = law.seal(released.amendment, released.drafter)
    (card,) = search(SECRET, PUBLIC, kind="instruction").cards
    assert card.content.context == "Amending the Law, Draft 1"
    law.release(second, "public", released.drafter, released.secretary)
    (card,) = search(SECRET, PUBLIC, kind="instruction").cards
    assert card.content.context == "Amending the Law, Draft 2"


def begins(version):
    """Give a version a day of entry into force in the past."""
    day = date(2020, 1, 1)
    Commencement.objects.create(version=version, date=day, recorded_at=timezone.now())
    announce("amendments.version", [version.pk], Actor.now(version.sealed_by))
    return day


def test_a_day_finds_the_law_as_it_was(draft, released):
    before = begins(released.base)
    newer = law.adopt(draft, released.drafter, in_force=before + timedelta(days=100))
    law.release(newer, "public", released.drafter, released.secretary)
    for day, has_new in ((0, False), (99, False), (100, True)):
        on = before + timedelta(days=day)
        assert search("coins", PUBLIC, on=on, kind="provision").total == 1
        assert search(SECRET, PUBLIC, on=on, kind="provision").total == has_new
    assert search("coins", PUBLIC, on=before - timedelta(days=1)).total == 0


def test_an_imported_text_without_a_day_is_found_from_the_adoption_of_its_act_on(released):
    adopted = date(2020, 1, 1)
    Instrument.objects.update(date=adopted)
    announce("amendments.version", [released.base.pk], Actor.now(released.drafter))
    assert search("10 coins", PUBLIC, on=adopted, kind="provision").total == 1
    assert search("10 coins", PUBLIC, on=adopted - timedelta(days=1), kind="provision").total == 0


def test_a_newer_text_that_is_not_released_does_not_show_in_the_old_one(draft, released):
    start = begins(released.base)
    law.adopt(draft, released.drafter, in_force=start + timedelta(days=100))
    assert search("10 coins", PUBLIC, on=start + timedelta(days=200), kind="provision").total == 1


def test_only_the_wordings_of_a_draft_that_are_no_law_are_indexed_with_it(draft):
    concerned = search_sources._concerned([law.text_in(draft)])
    texts = ProvisionText.objects.filter(entry_texts__entry__version__draft=draft)
    assert len(concerned) == 1 < texts.count()


def test_following_changes_gives_what_a_rebuild_gives(draft, released):
    law.release(draft, "invited", released.drafter, released.secretary)

    def index():
        public = {
            tuple(row)
            for row in PublicEntry.objects.values_list(
                "source", "key", "profile", "instrument", "content__context", "valid_from", "valid_to"
            )
        }
        confidential = set(ConfidentialEntry.objects.values_list("source", "key", "profile", "instrument"))
        return public, confidential, set(AudienceToken.objects.values_list("entry__key", "token"))

    before = index()
    rebuild(ProvisionSource(), lambda done: None)
    rebuild(InstructionSource(), lambda done: None)
    assert index() == before


def test_the_last_check_is_the_rule_of_the_pages(draft, released):
    texts = ProvisionText.objects.filter(entry_texts__entry__version__draft=draft)
    keys = {f"{text.provision_id}.{text.language}.{text.sha256[:32]}" for text in texts}
    public = ProvisionSource().visible_to(PUBLIC, keys)
    assert len(keys - public) == 1
    assert ProvisionSource().visible_to(released.drafter, keys) == keys


def test_nobody_has_no_tokens_and_everybodys_versions_need_none(draft, released):
    assert readable_versions(PUBLIC) == readable_versions(None) == []
    assert readable_versions(released.drafter) == [f"version:{law.text_in(draft).pk}"]


def test_a_translation_is_found_in_its_language_and_called_one(released):
    law.translate(released.base, released.drafter, "2.1", "Gediş haqqı 10 qəpikdir.")
    with translation.override("az"):
        (card,) = search("gediş haqqı", PUBLIC).cards
        assert (card.language, card.is_translation, card.title) == ("az", True, "2.1-ci maddə")
        html = Client().get("/search/?q=qəpikdir", headers={"Accept-Language": "az"}).content.decode()
    assert html.count("tərcümə</span>") == 1
    (card,) = search("coins", PUBLIC).cards
    assert (card.language, card.is_translation) == ("en", False)


def test_a_translation_of_a_draft_is_found_by_the_readers_of_the_draft_alone(draft, released):
    law.translate(law.text_in(draft), released.drafter, "2.1", "Gediş haqqı 20 zanbaqdır.")
    assert found("zanbaqdır") == []
    assert found("zanbaqdır", released.drafter) == ["2.1-ci maddə"]
    assert not PublicEntry.objects.filter(content__texts__icontains="zanbaq").exists()
    law.release(draft, "public", released.drafter, released.secretary)
    assert found("zanbaqdır") == ["2.1-ci maddə"]


def test_a_correction_of_a_translation_replaces_what_was_found(released):
    law.translate(released.base, released.drafter, "2.1", "Gediş haqqı 10 qəpikdir.")
    law.translate(released.base, released.drafter, "2.1", "Gediş haqqı 10 sikkədir.")
    assert found("qəpikdir") == []
    assert found("sikkədir") == ["2.1-ci maddə"]


@pytest.mark.parametrize(
    ("days", "new", "old"),
    [
        (17, "in force from %(day)s", "in force until %(before)s"),
        (0, "in force", "earlier wording"),
        (None, "not in force yet", "in force"),
    ],
)
@pytest.mark.parametrize("is_draft_public", [False, True])
def test_a_hit_says_from_when_or_until_when_it_is_the_law(draft, released, is_draft_public, days, new, old):
    if is_draft_public:
        law.release(draft, "public", released.drafter, released.secretary)
    day = localdate() + timedelta(days=days or 0)
    text = law.adopt(draft, released.drafter, "2-L", None if days is None else day)
    law.release(text, "public", released.drafter, released.secretary)
    names = {"day": date_format(day), "before": date_format(day - timedelta(days=1))}
    for query, status in ((SECRET, new), ('"10 coins"', old)):
        card, *_looser = search(query, PUBLIC, kind="provision").cards
        assert str(card.status) == status % names
