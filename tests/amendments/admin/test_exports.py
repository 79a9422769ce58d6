"""What Wagtail's admin exports."""

from csv import reader
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.timezone import localtime
from openpyxl import load_workbook
from wagtail.models import PageLogEntry


def reader_of_the_log(world):
    """An auditor who also sees the pages of a drafting body."""
    world.drafter.groups.first().permissions.add(Permission.objects.get(codename="view_modellogentry"))
    return world.drafter


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_site_history_is_exported_in_the_time_of_the_country(world, client, kind):
    moment = localtime(PageLogEntry.objects.latest("timestamp").timestamp)
    client.force_login(reader_of_the_log(world))
    answer = client.get(f"{reverse('wagtailadmin_reports:site_history')}?export={kind}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        assert f"{moment:%Y-%m-%d %H:%M:%S}+04:00" in content.decode()
        return
    cells = [cell for row in load_workbook(BytesIO(content)).active.values for cell in row]
    assert f"{moment:%Y-%m-%d %H:%M}" in [
        f"{cell:%Y-%m-%d %H:%M}" for cell in cells if hasattr(cell, "minute")
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("sign", "=+-@")
def test_no_name_becomes_a_formula(world, client, kind, sign):
    """Whoever may choose a name could let the spreadsheet of another reader fetch or send something."""
    formula = f'{sign}HYPERLINK("https://elsewhere.example")'
    PageLogEntry.objects.update(label=formula)
    client.force_login(reader_of_the_log(world))
    answer = client.get(f"{reverse('wagtailadmin_reports:site_history')}?export={kind}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        cells = [cell for row in reader(StringIO(content.decode())) for cell in row]
    else:
        found = [cell for row in load_workbook(BytesIO(content)).active.rows for cell in row]
        assert {cell.data_type for cell in found} & {"f"} == set()
        cells = [cell.value for cell in found]
    assert f"'{formula}" in cells
    assert formula not in cells
