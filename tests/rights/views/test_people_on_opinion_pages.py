"""The pages of an opinion name the field whose words would show somebody, and warn of what may be a name."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rights.models import Opinion, Recommendation

PASSPORT = "A person (passport AZE7654321) asked."
NAMED = "Nümunəyev Nümunə Misal oğlu asked."


def signed_in(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_forms_name_each_field_with_an_identifier_and_a_day_that_is_over(office, opinion, client):
    client = signed_in(client, office.analyst)
    told = {"title": PASSPORT, "text": PASSPORT, "language": "en", "revision": opinion.revision}
    told["reply_by"] = timezone.localdate() - timedelta(days=1)
    page = text_of(client.post(reverse("rights:edit_opinion", args=[opinion.pk]), told))
    for field in ("Title", "Text"):
        assert f"{field}: “AZE7654321” would show who somebody is (the number of a document)." in page
    assert "Reply by: The reply cannot be due in the past." in page
    row = opinion.recommendations.get()
    words = {"title": "T", "reasons": PASSPORT, "wording": PASSPORT, "revision": opinion.revision}
    page = text_of(client.post(reverse("rights:recommendation", args=[row.pk]), words))
    for field in ("Reasons", "Recommended wording"):
        assert f"{field}: “AZE7654321” would show who somebody is (the number of a document)." in page


def test_what_may_be_a_name_is_saved_with_a_warning_and_stays_marked(office, opinion, client):
    client = signed_in(client, office.analyst)
    row = opinion.recommendations.get()
    words = {"title": "T", "reasons": NAMED, "revision": opinion.revision}
    url = reverse("rights:recommendation", args=[row.pk])
    answer = client.post(url, words, follow=True)
    assert answer.redirect_chain == [(url, 302)]  # where it can be changed
    page = text_of(answer)
    assert "The recommendation is saved." in page
    assert "“Nümunəyev Nümunə Misal oğlu” may be the name" in page
    told = {"title": "T", "text": NAMED, "language": "en", "revision": opinion.revision + 1}
    page = text_of(client.post(reverse("rights:edit_opinion", args=[opinion.pk]), told, follow=True))
    assert "“Nümunəyev Nümunə Misal oğlu” (Recommendation 1, Reasons) may be the name" in page.replace(
        "“Nümunəyev Nümunə Misal oğlu” (Text), ", ""
    )


def test_the_head_is_told_what_holds_an_older_draft(office, opinion, client):
    Recommendation.objects.update(reasons=PASSPORT)
    client = signed_in(client, office.head)
    sentence = "Recommendation 1, Reasons: “AZE7654321” would show who somebody is"
    assert sentence in text_of(client.get(opinion.url))
    step = reverse("rights:issue_opinion", args=[opinion.pk])
    answer = client.post(step, {"revision": opinion.revision})
    assert (answer.status_code, sentence in text_of(answer)) == (422, True)
    assert not Opinion.objects.issued().exists()
