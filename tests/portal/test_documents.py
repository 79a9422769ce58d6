"""Who may open a document, and what caches may keep of it."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images.fields import get_allowed_image_extensions
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


@pytest.mark.parametrize(
    ("name", "is_taken"), [("a.pdf", True), ("a.html", False), ("a.svg", False), ("a.exe", False)]
)
def test_documents_are_files_that_run_nothing(name, is_taken):
    row = get_document_model()(
        title="One", file=ContentFile(b"<script>", name), collection=Collection.get_first_root_node()
    )
    refused = {}
    try:
        row.full_clean()
    except ValidationError as refusal:
        refused = refusal.message_dict
    assert ("file" not in refused) is is_taken


def test_a_document_does_nothing_in_a_browser(client, document):
    answer = client.get(document().url)
    assert kept(answer)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_pictures_are_of_kinds_that_run_nothing():
    assert not {"svg", "html", "xml"} & set(get_allowed_image_extensions())
