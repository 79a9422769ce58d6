"""The degrees of the table of concordance, as of the text of the table."""

from datetime import date

import pytest
from django.urls import reverse

from rights.models import ConcordanceRow
from rights.queries.comparing.concordance_file import to_be_done
from rights.queries.comparing.degrees import degrees_as_of, readable_texts
from rights.queries.comparing.row_list import row_lines, row_table, rows_of
from rights.values import Degree
from tests.factories import law
from tests.rights.concordance_rows import judge, write
from tests.rights.drafts import released
from tests.rights.rows_read import rows_read

OVER = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("in_law", "in_draft"), [(Degree.PARTIAL, Degree.FULL), (Degree.FULL, Degree.PARTIAL)]
)
def test_a_deadline_is_over_as_of_the_text_of_the_table(office, client, in_law, in_draft):
    world = office.world
    row = write(office, world.base, "2.1", degree=in_law, deadline=OVER)
    judge(office, row, world.text, in_draft)
    for text, degree in ((world.base, in_law), (world.text, in_draft)):
        page = client.get(reverse("concordance:rows"), {"text": str(text.pk)})
        is_over = degree == Degree.PARTIAL
        assert ("overdue" in page.content.decode()) == is_over, text
        table = row_table(world.citizen, {"text": str(text.pk)})
        (line,) = row_lines(rows_of([row.pk]), table)
        assert ("overdue" in to_be_done(line)) == is_over, text


def test_counting_the_degrees_reads_no_more_for_more_texts(office):
    world = office.world
    row, bare = write(office, world.base, "2.1"), write(office, world.base)
    rows = ConcordanceRow.objects.filter(instrument=row.instrument_id)

    def counted():
        readable = readable_texts(world.drafter, [row.instrument_id])
        return degrees_as_of(rows, world.base, readable)

    before = rows_read(counted)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    assert rows_read(counted) == before + 1  # the key of the text
    assert counted() == {row.pk: Degree.PARTIAL, bare.pk: Degree.PARTIAL}


def test_a_law_that_nobody_judged_keeps_the_degree_of_the_law_before_it_when_a_later_draft_has_another(
    office,
):
    world = office.world
    row = write(office, world.base, "2.1", degree=Degree.PARTIAL)
    first = law.make_amendment(world.section, world.base, world.drafter, "First")
    adopted = law.adopt(released(office, first, "repeal", "1.2.1").draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    second = law.make_amendment(world.section, adopted, world.drafter, "Second")
    draft = released(office, second, "repeal", "2.2")
    judge(office, row, draft, Degree.FULL)
    table = row_table(world.citizen, {"text": str(draft.pk)})
    (line,) = row_lines(rows_of([row.pk]), table)
    assert table.before == adopted
    assert (line.before.degree, line.after.degree) == (Degree.PARTIAL, Degree.FULL)
