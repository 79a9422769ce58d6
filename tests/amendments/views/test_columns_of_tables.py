"""The columns of a comparative table are headed by what they hold."""

import io
from datetime import date

import docx
from django.utils.timezone import now

from amendments.models import Commencement
from tests.factories import law


def heads(client, url):
    """Above the columns of a comparative table: on the page, which files follow."""
    page = client.get(f"{url}?view=table").content.decode()
    (table,) = docx.Document(io.BytesIO(client.get(f"{url}download/table/").content)).tables
    read = [cell.text for cell in table.rows[0].cells]
    assert all(f'<th scope="col">{name}</th>' in page for name in read)
    return read


def test_the_columns_of_a_comparative_table_say_what_is_law(stage):
    stage.release("public")
    client = stage.client("drafter")
    url = stage.draft.redline_url
    assert heads(client, url) == ["Current text – Consolidated text 1", "Proposed text – Draft 1"]
    law.adopt(stage.draft, stage.world.drafter, "2-L")
    assert heads(client, url) == ["Current text – Consolidated text 1", "Adopted text – Draft 1"]
    text = stage.world.base.instrument.consolidated().order_by("-number").first()
    acts = f"{stage.world.base.instrument.url}compare/1/2/"
    assert heads(client, acts) == [
        "Current text – Consolidated text 1",
        "Adopted text – Consolidated text 2",
    ]
    Commencement.objects.create(version=text, date=date(2026, 1, 1), source="2-L", recorded_at=now())
    assert heads(client, acts) == [
        "Earlier text – Consolidated text 1",
        "Current text – Consolidated text 2",
    ]
    assert heads(client, url) == ["Earlier text – Consolidated text 1", "Adopted text – Draft 1"]
