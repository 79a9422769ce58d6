"""Articles that the vocabulary does not name: the forms of an issue and of a row ask about them, and can be told."""

from django.urls import reverse

from consultations.models import ArticleReference
from rights.models import ConcordanceRow, RightsIssue
from tests.rights.pages import text_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_an_article_that_the_vocabulary_does_not_name_is_asked_about_and_can_be_confirmed(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    provision = office.issue.anchors.get().provision
    url = reverse("rights:open", args=[provision.pk])
    told = {
        "title": "Children",
        "severity": "high",
        "conformity": "does-not",
        "rights": ["B01"],
        "treaties": ["ICCPR"],
    }
    answer = client.post(url, told | {"treaties-ICCPR": "999, 6"})
    assert answer.status_code == 422
    page = text_of(answer)
    assert "ICCPR 999: the vocabulary does not name this article. Of ICCPR it names" in page
    assert 'name="as_cited"' in page
    assert 'name="as_cited"' not in text_of(client.get(url))
    assert client.post(url, told | {"treaties-ICCPR": "999, 6", "as_cited": "on"}).status_code == 302
    issue = RightsIssue.objects.get(title="Children")
    edited = {**told, "treaties-ICCPR": "999, 6", "revision": issue.revision, "title": "Minors"}
    assert client.post(reverse("rights:edit", args=[issue.pk]), edited).status_code == 302  # it stood already


def test_an_article_of_a_row_is_asked_about_where_the_vocabulary_names_others_of_the_comparator(
    office, client
):
    client.force_login(office.world.drafter, backend=BACKEND)
    url = reverse("concordance:write_row", args=[office.world.base.instrument.pk])
    form = {"treaty": "ICCPR", "articles": "999", "summary": "Life", "degree": "none", "provisions": ""}
    refused = client.post(url, form)
    assert refused.status_code == 422
    assert "ICCPR 999: the vocabulary does not name this article." in refused.content.decode()
    assert client.post(url, {**form, "as_cited": "on"}).status_code == 302
    ArticleReference.objects.filter(treaty__code="ICCPR").delete()
    assert client.post(url, {**form, "articles": "998"}).status_code == 302  # nothing is known of it
    assert ConcordanceRow.objects.count() == 2
