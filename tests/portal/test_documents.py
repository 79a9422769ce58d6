"""Who may open a document, and what caches may keep of it."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from portal.users.roles import Role

pytestmark = pytest.mark.django_db

GROUPS, PASSWORD = CollectionViewRestriction.GROUPS, CollectionViewRestriction.PASSWORD


@pytest.fixture
def document(settings, tmp_path):
    """Makes a document in a collection with a restriction, kept in files as on a real site."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    settings.MEDIA_ROOT = tmp_path

    def make(restriction=""):
        collection = Collection.get_first_root_node().add_child(name=restriction or "Open")
        if restriction:
            row = CollectionViewRestriction.objects.create(
                collection=collection, restriction_type=restriction, password="opinion"
            )
            row.groups.set(Group.objects.filter(name=Role.SECRETARY))
        return get_document_model().objects.create(
            title="Opinion", file=ContentFile(b"Confidential.", "opinion.txt"), collection=collection
        )

    return make


def kept(answer):
    assert b"".join(answer.streaming_content) == b"Confidential."
    return set(answer.headers["Cache-Control"].split(", "))


def test_a_document_of_everybody_is_asked_for_again_each_time(client, document):
    url = document().url
    answer = client.get(url)
    assert kept(answer) == {"no-cache"}
    again = client.get(url, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_document_of_a_group_is_kept_by_no_shared_cache(client, signed_in, document):
    url = document(GROUPS).url
    assert client.get(url).status_code == 302  # to the sign-in
    answer = signed_in(Role.SECRETARY).get(url)
    assert kept(answer) == {"private", "no-cache"}
    assert "Cookie" in answer.headers["Vary"]


def test_a_document_of_a_group_is_not_there_for_others(signed_in, document):
    assert signed_in(Role.HANDBOOK_EDITOR).get(document(GROUPS).url).status_code in (302, 403)


def test_a_document_behind_a_password_is_kept_by_no_shared_cache(client, document):
    url = document(PASSWORD).url
    asked = client.get(url)
    assert b"Confidential." not in asked.content
    assert set(asked.headers["Cache-Control"].split(", ")) >= {"no-cache"}
    client.post(asked.context["action_url"], {"password": "opinion", "return_url": url})
    assert kept(client.get(url)) == {"private", "no-cache"}


@pytest.mark.parametrize("is_demo", [True, False])
def test_no_document_is_served_past_its_collection(signed_in, document, settings, is_demo):
    settings.MADDA_DEMO = is_demo
    row, client = document(GROUPS), signed_in(Role.ADMINISTRATOR)
    for way in ("", "images/../", "images/%2e%2e/", "original_images/x/../../"):
        assert client.get(f"/media/{way}{row.file.name}").status_code == 404
