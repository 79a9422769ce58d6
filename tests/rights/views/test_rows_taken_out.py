"""The page of an act's rows says which ones were taken out and why, to whoever can bring them back."""

import pytest
from django.urls import reverse

from rights.actions.concordance.remove_row import BringBackRow, RemoveRow
from tests.rights.concordance_rows import write
from tests.rights.pages import signed_in, text_of


@pytest.mark.parametrize("is_only", [True, False])
def test_whoever_writes_rows_reads_why_one_was_taken_out(office, client, is_only):
    drafter, row = office.world.drafter, write(office, office.world.text, "2.1")
    if not is_only:
        write(office, office.world.text, "2.2", articles="4")
    table = f"{reverse('concordance:rows')}?act={row.instrument_id}"
    RemoveRow(row, actor=office.act(drafter, "Twice.")).execute()
    told = f", {drafter}: Twice."
    assert "Twice." not in text_of(client.get(table))
    assert "Twice." not in text_of(signed_in(client, office.world.people["citizen"]).get(table))
    page = text_of(signed_in(client, drafter).get(table))
    assert told in page
    assert page.count(reverse("concordance:bring_back_row", args=[row.pk])) == 1
    BringBackRow(row, actor=office.act(drafter)).execute()
    assert told not in text_of(client.get(table))
