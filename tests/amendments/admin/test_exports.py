"""What Wagtail's admin exports."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import localtime
from openpyxl import load_workbook
from wagtail.models import PageLogEntry


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_site_history_is_exported_in_the_time_of_the_country(world, client, kind):
    moment = localtime(PageLogEntry.objects.latest("timestamp").timestamp)
    client.force_login(world.drafter)
    answer = client.get(f"{reverse('wagtailadmin_reports:site_history')}?export={kind}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        assert f"{moment:%Y-%m-%d %H:%M:%S}+04:00" in content.decode()
        return
    cells = [cell for row in load_workbook(BytesIO(content)).active.values for cell in row]
    assert f"{moment:%Y-%m-%d %H:%M}" in [
        f"{cell:%Y-%m-%d %H:%M}" for cell in cells if hasattr(cell, "minute")
    ]
