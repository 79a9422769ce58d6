"""The desks on which wordings are translated: before the seal by drafters, afterwards by whoever translates."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from amendments.models import PreparedTranslation, WordingTranslation
from tests.factories import law

FARE = "Gediş haqqı 10 qəpikdir."


def desk(version):
    return reverse("amendments:translate", args=[version.pk])


def fields(html, cited):
    """What the form sends of one provision, and the names of its fields."""
    part = re.search(rf"<legend>{re.escape(cited)}</legend>.*?</fieldset>", html, re.S)[0]
    return {"place": re.search(r'name="place" value="([^"]+)"', part)[1], "heading": "", "body": ""}


@pytest.fixture
def translator(stage):
    person = law.make_user("translator", permissions=["translate_text"])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_translator_sees_what_lacks_a_translation_and_saves_it(stage, translator):
    stage.release("public")
    url = desk(stage.world.base)
    html = translator.get(url).content.decode()
    given = fields(html, "Article 2.1")
    response = translator.post(url, given | {"body": FARE, "source": "An office"})
    assert response.status_code == 302
    row = WordingTranslation.objects.get()
    assert (row.body, row.language, row.source) == (FARE, "az", "An office")
    html = translator.get(url).content.decode()
    assert "<legend>Article 2.1</legend>" not in html
    assert 'value="An office"' in html
    assert FARE in translator.get(f"{url}?show=all").content.decode()


def test_what_is_refused_is_shown_again_with_the_reason(stage, translator):
    stage.release("public")
    url = desk(stage.world.base)
    given = fields(translator.get(url).content.decode(), "Article 2.1")
    response = translator.post(url, given | {"body": FARE, "source": " "})
    html = response.content.decode()
    assert response.status_code == 422
    assert FARE in html
    assert "Say who translated" in html
    assert not WordingTranslation.objects.exists()


def test_the_name_of_a_translator_is_refused_and_not_cut_off(stage, translator):
    stage.release("public")
    url = desk(stage.world.base)
    given = fields(translator.get(url).content.decode(), "Article 2.1")
    response = translator.post(url, given | {"body": FARE, "source": "q" * 301})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Shorten it to 300." in html
    assert "q" * 301 in html
    assert not WordingTranslation.objects.exists()


def test_a_title_that_is_too_long_is_shown_again_with_the_limit_beside_it(stage, translator):
    stage.release("public")
    url = desk(stage.world.base)
    assert (
        "maxlength"
        not in re.search(r'<input[^>]*id="translated-title"[^>]*>', translator.get(url).content.decode())[0]
    )
    response = translator.post(url, {"title": "q" * 256})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Shorten it to 255." in re.search(r'id="translated-title-error"[^>]*>([^<]*)<', html)[1]
    assert f'value="{"q" * 256}"' in html


def test_a_form_with_a_field_too_few_is_refused(stage, translator):
    stage.release("public")
    assert translator.post(desk(stage.world.base), {"place": "x", "body": "y"}).status_code == 400


def test_nothing_typed_saves_nothing(stage, translator):
    stage.release("public")
    url = desk(stage.world.base)
    given = fields(translator.get(url).content.decode(), "Article 2.1")
    assert translator.post(url, given | {"source": "An office"}).status_code == 422


@pytest.mark.parametrize(("role", "status"), [
    ("public", 302), ("drafter", 200), ("other drafter", 403), ("administrator", 403), ("secretary", 403),
])  # fmt: skip
def test_whoever_translates_opens_the_desk(stage, role, status):
    stage.release("public")
    assert stage.client(role).get(desk(stage.world.base)).status_code == status


def test_the_text_leads_its_translators_to_the_desk(stage, translator):
    stage.release("public")
    link = desk(stage.world.base)
    assert link in translator.get(stage.world.base.url).content.decode()
    assert link not in stage.client("public").get(stage.world.base.url).content.decode()


def test_what_one_may_not_read_one_does_not_translate(stage, translator):
    assert translator.get(desk(stage.world.base)).status_code == 404


def test_the_drafter_translates_what_the_amendment_changes(stage, drafter):
    stage.release("public")
    law.translate(stage.world.base, stage.world.drafter, "2.1", FARE)
    url = reverse("amendments_admin:translate", args=[stage.world.amendment.pk])
    law.add(stage.world.amendment, stage.world.drafter, "insert_element", "2.4", new="Cats travel free.")
    html = drafter.get(url).content.decode()
    assert re.findall(r"<legend>([^<]+)</legend>", html) == ["Article 2.1", "Article 2.3", "Article 2.4"]
    assert FARE in html, "the translation of the text in force stands beside the new wording"
    given = fields(html, "Article 2.4")
    response = drafter.post(url, given | {"body": "Pişiklər pulsuzdur.", "source": "An office"})
    assert response.status_code == 302
    assert PreparedTranslation.objects.get().body == "Pişiklər pulsuzdur."
    draft = law.text_in(law.seal(stage.world.amendment, stage.world.drafter))
    law.release(draft.draft, "public", stage.world.drafter, stage.world.secretary)
    assert WordingTranslation.objects.filter(body="Pişiklər pulsuzdur.").exists()
    html = drafter.get(f"{url}?show=all").content.decode()
    assert "Pişiklər pulsuzdur." in html


def test_a_translation_that_a_draft_has_is_offered_again(stage, drafter):
    law.translate(law.text_in(stage.draft), stage.world.drafter, "2.1", "Gediş haqqı 12 qəpikdir.")
    url = reverse("amendments_admin:translate", args=[stage.world.amendment.pk])
    html = drafter.get(url).content.decode()
    assert "<legend>Article 2.1</legend>" not in html
    assert "Gediş haqqı 12 qəpikdir." in drafter.get(f"{url}?show=all").content.decode()


def test_only_the_drafters_of_the_body_prepare(stage):
    url = reverse("amendments_admin:translate", args=[stage.world.amendment.pk])
    stage.release("public")
    assert stage.client("other drafter").get(url).status_code in (302, 403)
    assert stage.client("public").get(url).status_code == 302
