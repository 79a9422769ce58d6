"""List pages and texts cost a fixed number of queries, however long they are."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.audit.actor import Actor
from amendments.models import VersionEntry
from amendments.queries.showing.kept_readings import forget
from tests.factories import law


def address(stage, page):
    world, draft = stage.world, stage.draft
    provision = VersionEntry.objects.get(version__draft=draft, number="2.1").provision_id
    return {
        "library": "/en/acts/",
        "act": world.base.instrument.url,
        "section": world.section.url,
        "amendment": world.amendment.url,
        "text": draft.url,
        "redline": f"{draft.url}redline/",
        "table": f"{draft.url}redline/?view=table",
        "provision": reverse("amendments:provision", args=[provision]),
        "index": reverse("amendments_admin:index"),
        "workspace": reverse("amendments_admin:workspace", args=[world.amendment.pk]),
        "seal": reverse("amendments_admin:seal", args=[world.amendment.pk]),
        "edit": reverse("amendments_admin:provision", args=[world.amendment.pk, provision]),
        "versions": reverse("amendments_admin:versions"),
        "import": reverse("amendments_admin:import"),
        "import state": reverse("amendments_admin:import_state", args=[stage.asked.pk]),
    }[page]


def count(client, url):
    """The queries of the first reader of sealed texts."""
    forget()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def ask(stage, number):
    """Request the import of a long act."""
    given, actor = Particulars("Long", f"{number}-L", "en"), Actor.now(stage.world.drafter)
    return RequestImport(stage.world.section, law.ACT, given, actor=actor).execute()


def grow(stage):
    """Add acts, amendments, drafts, instructions, provisions and imports."""
    world = stage.world
    for number in range(2, 3):
        ask(stage, number + 50)
        base = law.make_act(world.section, world.drafter, number=f"{number}-L")
        law.release(base, "public", world.drafter, world.secretary)
        other = law.make_amendment(world.section, world.base, world.drafter, f"Second {number}")
        law.add(other, world.drafter, "repeal", "1.2.2")
        law.release(law.seal(other, world.drafter), "public", world.drafter, world.secretary)
    for number in range(4, 6):
        law.add(world.amendment, world.drafter, "insert_element", f"2.{number}", new="More.", after="2.3")
        law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)


LIMITS = {
    "library": 14, "act": 28, "section": 22, "amendment": 30, "text": 28, "redline": 27, "table": 31,
    "provision": 26, "index": 24, "workspace": 38, "seal": 29, "edit": 24, "versions": 24, "import": 16,
    "import state": 16,
}  # fmt: skip


def test_the_number_of_queries_does_not_grow(stage):
    stage.release("public")
    stage.asked = ask(stage, 50)
    client = stage.client("drafter")
    for page in LIMITS:
        client.get(address(stage, page))  # content types and sites are read once
    before = {page: count(client, address(stage, page)) for page in LIMITS}
    grow(stage)
    stage.draft = stage.world.amendment.drafts.latest("number")
    client.get(address(stage, "text"))  # the first reading of a draft is kept
    after = {page: count(client, address(stage, page)) for page in LIMITS}
    assert {page: (before[page], found) for page, found in after.items() if found > before[page]} == {}
    assert {page: found for page, found in after.items() if found > LIMITS[page]} == {}
