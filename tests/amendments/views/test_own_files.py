"""The files for which somebody asked are told apart under My work, and can be cancelled where they wait."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.models import Export, ExportRequest
from amendments.queries.files import kept_exports as exports


def test_files_that_wait_are_told_apart_under_my_work_and_lead_to_where_they_are_cancelled(
    stage, monkeypatch
):
    monkeypatch.setattr(exports, "BIG", 2)  # every act is big
    client = stage.client("drafter")
    addresses = [f"{stage.draft.redline_url}download/{name}/" for name in ("tracked", "table-pdf")]
    waiting = [client.get(each).url.partition("?")[0] for each in addresses]
    html = client.get("/en/").content.decode()
    panel = html[html.index('aria-labelledby="own-files"') :]
    for label, url in zip(("Word with tracked changes", "Comparative table in PDF"), waiting, strict=True):
        assert label in panel
        assert f'href="{url}"' in panel
    pk = Export.objects.filter(recipe__format="tracked").get().pk
    assert "Cancel" in client.get(waiting[0]).content.decode()
    assert client.post(reverse("amendments:cancel_export", args=[pk])).url == stage.draft.redline_url


@pytest.mark.parametrize("recipe", [{"table": "conformity-xlsx"}, {"format": "of a plugin that is gone"}])
def test_a_file_whose_format_is_not_known_is_listed_by_its_size_alone(stage, recipe):
    now = timezone.now()
    export = Export.objects.create(
        key="k",
        draft=stage.draft,
        recipe=recipe,
        state=Export.State.DONE,
        moved_at=now,
        used_at=now,
        size=12 * 1024,
    )
    ExportRequest.objects.create(export=export, user=stage.world.drafter, url="/", asked_at=now)
    page = stage.client("drafter").get("/en/").content.decode()
    assert '<p class="muted small">12.0\xa0KB</p>' in page.partition('id="own-files"')[2]
