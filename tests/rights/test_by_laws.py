"""By-laws and policies are acts like laws: rows of the concordance and issues stand on their points, and follow them."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from amendments.models.instrument import InstrumentType
from rights.actions.issues.open_issue import OpenIssue
from rights.models import RowText
from rights.queries.comparing.row_list import row_table
from rights.queries.conformity import conformity_table
from rights.values import Conformity
from tests.factories import law
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, passage

pytestmark = pytest.mark.whole

BACKEND = "django.contrib.auth.backends.ModelBackend"
RULES = """RULES
on the reception of passengers

1. General provisions
1.1. These rules govern the reception of passengers.
1.2. A passenger under 16 travels with an adult.
2. Reception
2.1. Every passenger is received within 30 minutes.
"""
PROGRAMME = """STATE PROGRAMME
on accessible ferries

I. Aims
1. Every ferry is accessible to persons with disabilities.
2. Staff are trained every year.
II. Measures
3. The Ferry Authority reports on the measures every year.
"""
KINDS = {
    "by-law": (InstrumentType.DECISION, RULES, "1.2", "16", "18"),
    "decree": (InstrumentType.DECREE, RULES, "2.1", "30", "20"),
    "policy": (InstrumentType.OTHER, PROGRAMME, "3", "every year", "every month"),
}


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


@pytest.fixture
def text(office, kind):
    """The by-law or policy, which everybody may read."""
    type_, words, *_ = kind
    world = office.world
    version = law.make_act(world.section, world.drafter, text=words, number="47", kind=type_)
    law.release(version, "public", world.drafter, world.secretary)
    assert version.instrument.type == type_
    return version


def changed(office, text, kind):
    """The next text of it: a draft with other words in the point."""
    *_, number, old, new = kind
    world = office.world
    amendment = law.make_amendment(world.section, text, world.drafter, "Other rules")
    law.add(amendment, world.drafter, "replace_words", number, old=old, new=new)
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return law.text_in(draft)


def test_a_row_of_the_concordance_stands_on_its_point_and_is_stale_when_that_changes(office, text, kind):
    row = write(office, text, kind[2])
    assert [one.row.pk for one in RowText.objects.waiting().filter(row=row)] == []
    later = changed(office, text, kind)
    assert [one.version for one in RowText.objects.waiting().filter(row=row)] == [later]
    table = row_table(office.world.drafter, {"act": str(text.instrument.pk)})
    assert [one.pk for one in table.rows] == [row.pk]


def test_its_table_of_concordance_is_a_page_and_files(office, text, kind, client):
    row = write(office, text, kind[2])
    chosen = {"act": text.instrument.pk}
    assert row.reference in client.get(reverse("concordance:rows"), chosen).content.decode()
    files = {
        slug: client.get(reverse("concordance:file", args=[slug]), chosen).content
        for slug in ("concordance-docx", "concordance-xlsx")
    }
    words = text.entries.get(number=kind[2]).texts.get().text.body
    (table,) = Document(BytesIO(files["concordance-docx"])).tables
    assert any(words in cell.text for line in table.rows for cell in line.cells)
    sheet = load_workbook(BytesIO(files["concordance-xlsx"])).active
    assert any(words in str(value) for line in sheet.iter_rows(values_only=True) for value in line)


def test_its_conformity_is_followed_from_text_to_text(office, text, kind, client):
    OpenIssue(text, [passage(text, kind[2])], content(), actor=office.act()).execute()
    raised = conformity_table(office.analyst, text.instrument, "")
    assert [[cell.value for cell in row.cells] for row in raised.rows] == [[Conformity.DOES_NOT]]
    later = changed(office, text, kind)
    now = conformity_table(office.analyst, text.instrument, "")
    assert (now.version, now.waiting) == (later, 1)
    client.force_login(office.analyst, backend=BACKEND)
    page = client.get(reverse("rights:conformity", args=[text.instrument.pk]))
    assert page.status_code == 200
    assert [row.called for row in page.context["table"].rows] == [row.called for row in raised.rows]
