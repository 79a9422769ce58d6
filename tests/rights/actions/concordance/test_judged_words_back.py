"""A row is not stale once a later text of the same amendment, or the law, has the words that were judged."""

import pytest

from amendments.models import Amendment
from amendments.states import State
from rights.models import RowText
from rights.queries.comparing.degrees import degrees_of, readable_texts
from rights.queries.comparing.row_list import row_table
from rights.queries.comparing.row_page import stale_rows
from tests.factories import law
from tests.rights.concordance_rows import judge, write

pytestmark = pytest.mark.whole

OLD, FIRST, SECOND = "10 coins", "20 coins", "30 coins"


def words(office, old, new, amendment=None):
    """The next draft with other words."""
    drafter, amendment = office.world.drafter, amendment or office.world.amendment
    law.add(amendment, drafter, "replace_words", "2.1", old=old, new=new)
    return law.text_in(law.seal(amendment, drafter))


def stale(row):
    return [one.version for one in RowText.objects.waiting().filter(row=row).order_by("version__sealed_at")]


def test_a_draft_that_goes_back_to_the_judged_words_ends_the_staleness_and_a_later_one_brings_it_again(
    office,
):
    world = office.world
    row = write(office, world.base, "2.1")
    second = words(office, FIRST, SECOND)
    assert stale(row) == [world.text, second]
    assert stale_rows(world.drafter) == {world.base.instrument: 1}
    words(office, SECOND, OLD)
    assert stale(row) == []
    assert (stale_rows(world.drafter), row_table(world.drafter, {}).stale) == ({}, 0)
    (degrees,) = degrees_of([row], readable_texts(world.drafter, [row.instrument_id]))
    assert degrees.waiting is None
    fourth = words(office, OLD, FIRST)
    assert stale(row) == [fourth]


def test_a_law_with_the_judged_words_ends_the_staleness_of_its_drafts_and_of_the_law_before_it(office):
    world = office.world
    row = write(office, world.base, "2.1")
    first = law.adopt(world.draft, world.drafter, "2-L")
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.IN_FORCE)
    assert stale(row) == [first]
    amendment = law.make_amendment(world.section, first, world.drafter, "Another amendment")
    third = law.adopt(words(office, FIRST, OLD, amendment).draft, world.drafter, "3-L")
    assert (third.is_draft, stale(row)) == (False, [])


def test_another_amendment_that_keeps_the_judged_words_leaves_the_row_stale(office):
    world = office.world
    row = write(office, world.base, "2.1")
    other = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    law.add(other, world.drafter, "repeal", "1.2.1")
    changed = words(office, OLD, SECOND, other)
    assert stale(row) == [world.text, changed]
    assert words(office, SECOND, OLD, other) not in stale(row)
    assert stale(row) == [world.text]


def test_a_draft_that_a_reader_may_not_read_ends_no_staleness_for_them(office):
    world = office.world
    write(office, world.base, "2.1")
    words(office, FIRST, OLD)
    assert row_table(world.drafter, {}).stale == 0
    assert row_table(world.citizen, {}).stale == 1


def test_a_judged_draft_counts_for_the_law_that_goes_back_to_its_words(office):
    row = write(office, office.world.base, "2.1")
    judge(office, row, office.world.text)
    second = words(office, FIRST, SECOND)
    assert stale(row) == [second]
    words(office, SECOND, FIRST)
    assert stale(row) == []
