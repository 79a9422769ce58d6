"""A second amendment becomes law: where the words are those of the law answered last, the answer is carried there."""

from typing import Any

import pytest
from django.urls import reverse

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.conformity_file import conformity_document
from rights.queries.issue_texts import issue_texts
from rights.values import Conformity, Degree
from tests.factories import law
from tests.rights.concordance_rows import judge, write
from tests.rights.conftest import content, passage

pytestmark = pytest.mark.whole

BACKEND = "django.contrib.auth.backends.ModelBackend"


def answer(office: Any, version: Any, value: Conformity = Conformity.PARTLY) -> Any:
    return AssessText(office.issue, version, value, actor=office.act()).execute()


def adopted(office: Any, draft: Any, number: str) -> Any:
    text = law.adopt(draft, office.world.drafter, number)
    law.release(text, "public", office.world.drafter, office.world.secretary)
    return text


@pytest.fixture
def first(office):
    """The first adopted law, with an answer of its own."""
    text = adopted(office, office.world.draft, "2-L")
    answer(office, text)
    return text


def next_law(office: Any, base: Any, number: str, *instruction: Any, **given: Any) -> Any:
    """The text of the law that a further amendment of it makes."""
    world = office.world
    amendment = law.make_amendment(world.section, base, world.drafter, f"Amendment {number}")
    law.add(amendment, world.drafter, *instruction, **given)
    return adopted(office, law.seal(amendment, world.drafter), number)


def waiting(office: Any) -> list[Any]:
    return [
        row.version
        for row in office.issue.followed.waiting().filter(version__draft=None).order_by("version__sealed_at")
    ]


def test_the_first_adopted_law_asks_for_a_final_answer_and_a_later_one_with_the_same_words_carries_it(
    office, first
):
    second = next_law(office, first, "3-L", "repeal", "1.2.1")
    assert waiting(office) == []
    shown = {text.version: text for text in issue_texts(office.analyst, office.issue)}
    assert shown[second].assessment.version == first
    assert shown[second].carried_from == "Law 2-L"
    assert shown[first].carried_from == ""
    table = conformity_table(office.analyst, first.instrument, str(second.pk))
    (cell,) = table.rows[0].touched
    assert (cell.value, cell.carried_from) == (Conformity.PARTLY, "Law 2-L")
    assert table.waiting == 0


def test_a_later_law_with_other_words_asks_again(office, first):
    second = next_law(office, first, "3-L", "replace_words", "2.1", old="20 coins", new="30 coins")
    assert waiting(office) == [second]
    table = conformity_table(office.analyst, first.instrument, str(second.pk))
    assert table.waiting == 1


def test_words_that_come_back_are_compared_with_the_law_answered_last(office, first):
    second = next_law(office, first, "3-L", "replace_words", "2.1", old="20 coins", new="30 coins")
    answer(office, second, Conformity.DOES_NOT)
    third = next_law(office, second, "4-L", "replace_words", "2.1", old="30 coins", new="20 coins")
    assert waiting(office) == [third]
    assert conformity_table(office.analyst, first.instrument, str(third.pk)).waiting == 1


def test_what_was_never_answered_on_the_law_goes_on_waiting(office):
    answer(office, office.world.text)
    first = adopted(office, office.world.draft, "2-L")
    second = next_law(office, first, "3-L", "repeal", "1.2.1")
    assert waiting(office) == [first, second]


def test_an_issue_raised_on_an_adopted_law_is_not_asked_about_while_its_words_stay(office, first):
    office.issue = OpenIssue(first, [passage(first, "2.2")], content(), actor=office.act()).execute()
    next_law(office, first, "3-L", "repeal", "1.2.1")
    assert waiting(office) == []


def test_the_page_the_panel_and_the_file_say_from_which_text_an_answer_is_carried(office, first, client):
    client.force_login(office.analyst, backend=BACKEND)
    second = next_law(office, first, "3-L", "repeal", "1.2.1")
    page = " ".join(client.get(office.issue.url).content.decode().split())
    assert "carried over from Law 2-L" in page
    table = conformity_table(office.analyst, first.instrument, str(second.pk))
    provision = table.rows[0].provision
    url = reverse("rights:conformity", args=[first.instrument_id])
    told = {"text": second.pk, "cell": f"{provision}:B01"}
    panel = " ".join(client.get(url, told).content.decode().split()).partition('id="cell"')[2]
    assert "carried over from Law 2-L" in panel
    (cells, *_rest) = conformity_document(first.instrument, table, second.sealed_at).blocks
    assert "carried over from Law 2-L" in cells.groups[0].rows[0][2].words


def test_a_row_of_the_concordance_has_the_degree_of_the_text_of_the_table(office, first):
    row = write(office, first, "2.1")
    second = next_law(office, first, "3-L", "replace_words", "2.1", old="20 coins", new="30 coins")

    def shown(text: Any) -> Any:
        table = conformity_table(office.analyst, first.instrument, str(text.pk))
        panel = cell_page(office.analyst, table, f"{table.rows[0].provision}:B01")
        (line,) = panel.rows
        return line.after and line.after.degree

    before = row.judgements.get().degree
    assert shown(first) == before
    assert shown(second) is None
    judge(office, row, second)
    assert shown(second) == Degree.FULL != before
    assert shown(first) == before


def test_the_weakest_value_of_a_right_says_how_many_cells_nobody_has_assessed(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    base, text = office.world.base, office.world.text
    OpenIssue(base, [passage(base, "1.1")], content(), actor=office.act()).execute()
    office.issue = OpenIssue(base, [passage(base, "2.2")], content(), actor=office.act()).execute()
    law_text = adopted(office, office.world.draft, "2-L")
    answer(office, law_text, Conformity.CONFORMS)
    assert text.instrument == law_text.instrument
    url = reverse("rights:conformity", args=[law_text.instrument_id])
    page = " ".join(client.get(url, {"text": law_text.pk}).content.decode().split())
    (row,) = [part for part in page.split("<tr") if "conformity-weakest" in part]
    assert "Conforms" in row
    assert "2 cells to be assessed" in row
    table = conformity_table(office.analyst, law_text.instrument, str(law_text.pk))
    weakest = conformity_document(law_text.instrument, table, law_text.sealed_at).blocks[-1]
    assert weakest.groups[0].rows[0][1].words == "Conforms\n2 cells to be assessed"


def test_a_cell_with_own_and_carried_answers_names_every_origin(office, first):
    other = OpenIssue(first, [passage(first, "2.1")], content(), actor=office.act()).execute()
    second = next_law(office, first, "3-L", "repeal", "1.2.1")
    AssessText(other, second, Conformity.PARTLY, actor=office.act()).execute()
    table = conformity_table(office.analyst, first.instrument, str(second.pk))
    (cell,) = table.rows[0].touched
    assert (cell.value, cell.carried_from, cell.is_partly_carried) == (Conformity.PARTLY, "Law 2-L", True)
    (cells, *_rest) = conformity_document(first.instrument, table, second.sealed_at).blocks
    assert "partly carried over from Law 2-L" in cells.groups[0].rows[0][2].words
