"""What the pages show of tables and of their numbered rows."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from amendments.provisions.tree import Tree
from amendments.queries.showing.readings import preview
from amendments.queries.showing.trees import tree_of
from tests.factories import law

RATES = """LAW OF THE REPUBLIC OF CASPIA
On Ferry Fees

Article 1. Fees
1.1. The fees are:
Service\tFee
1.1.1. A crossing\t10 coins
1.1.2. A parcel\t5 coins
Special services
1.1.3. A cart\t20 coins
1.2. Children pay nothing.

Annex 1
Fees of the port

No.\tService\tFee
1\tMooring\t3 coins
2\tRepairs\t9 coins
"""


@pytest.fixture
def rates(world, once):
    return once(_rates, world)


def _rates(world):
    """The fees released to everybody, and a released draft that amends rows."""
    base = law.make_act(world.section, world.drafter, text=RATES, number="3-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Amending the fees")
    law.add(amendment, world.drafter, "replace_number", "1.1.1", old="10", new="12")
    law.add(amendment, world.drafter, "insert_element", "1.1.2-1", new="A dog\t1 coin", after="1.1.2")
    law.add(amendment, world.drafter, "repeal", "1.1.3")
    law.add(amendment, world.drafter, "replace_words", "annex 1 row 2", old="Repairs", new="Small repairs")
    draft = law.seal(amendment, world.drafter)
    for text in (base, draft):
        law.release(text, "public", world.drafter, world.secretary)
    return base, draft


ROWS = [
    ("replace_words", "annex 1 table 1 row 2", {"old": "Repairs", "new": "Works"}),
    ("replace_words", "annex 1 row 2", {"old": "Repairs", "new": "Works"}),
    ("insert_element", "annex 1 table 1 row 3", {"new": "Ropes\t1 coin", "after": "annex 1 table 1 row 2"}),
    ("restate", "annex 1 row 1", {"new": "Ropes\t1 coin"}),
    ("repeal", "1.1.3", {}),
]


@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize(("op", "target", "given"), ROWS)
def test_an_instruction_on_a_row_that_is_saved_untouched_stays_as_it_is(world, op, target, given, language):
    base = law.make_act(world.section, world.drafter, text=RATES, number="3-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Amending the fees")
    row = law.add(amendment, world.drafter, op, target, **given)
    law.add(amendment, world.drafter, "replace_number", "1.1.1", old="10", new="12")
    row.refresh_from_db()
    stored = (row.operation, row.order, row.revision)
    client = Client(headers={"accept-language": language})
    client.force_login(world.drafter)
    url = reverse("amendments_admin:instruction", args=[amendment.pk, row.pk])
    form = client.get(url).context["form"]
    sent = {field.name: field.value() for field in form if field.value()}
    assert client.post(url, {**sent, "preview": "1"}).context["shown"].words
    assert client.post(url, {**sent, "save": "1"}).status_code == 302
    row.refresh_from_db()
    assert (row.operation, row.order, row.revision) == stored
    assert row.history.count() == 1


def cells(html, anchor):
    """The words of each cell of a provision, changes in brackets."""
    html = html[html.index(f'id="{anchor}"') :]
    table = html[: html.index("</table>")].rpartition("<table")[2]
    found = re.findall(r"<td[^>]*>(.*?)</td>", table, re.S)
    return [" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in found]


def anchor_of(version, number, kind="row"):
    return next(f"p-{e.key}" for e in tree_of(version) if (e.number, e.kind) == (number, kind))


def test_a_row_stands_in_the_text_with_its_number_and_cells(rates):
    base, __ = rates
    html = Client().get(base.url).content.decode()
    assert cells(html, anchor_of(base, "1.1.1")) == ["A crossing", "10 coins"]
    assert re.search(r'<div class="provision-number"><a [^>]*>1\.1\.1\.</a>', html)
    assert html.count('class="table law-table" role="presentation"') == 3


def test_numbers_in_a_cell_of_their_own_stand_below_their_heading(rates):
    base, __ = rates
    html = Client().get(base.url).content.decode()
    assert cells(html, anchor_of(base, "2")) == ["2", "Repairs", "9 coins"]
    assert html.count("law-table has-numbers") == 3


def test_a_line_of_one_cell_goes_over_all_columns(rates):
    base, __ = rates
    html = Client().get(base.url).content.decode()
    assert re.search(r'<td colspan="2">\s*<p>Special services</p>', html)


def test_a_redline_shows_what_changes_in_the_cells(rates):
    base, draft = rates
    html = Client().get(f"{draft.url}redline/").content.decode()
    assert cells(html, anchor_of(base, "1.1.1")) == ["A crossing", "[deleted 10][inserted 12] coins"]
    new = anchor_of(law.text_in(draft), "1.1.2-1")
    assert cells(html, new) == ["[inserted A dog]", "[inserted 1 coin]"]
    assert cells(html, anchor_of(base, "1.1.3")) == ["[deleted A cart]", "[deleted 20 coins]"]
    assert cells(html, anchor_of(base, "2")) == ["2", "[deleted Repairs][inserted Small repairs]", "9 coins"]


def test_only_changed_rows_are_shown_below_the_heading_of_their_table(rates):
    base, draft = rates
    html = Client().get(f"{draft.url}redline/?view=changed").content.decode()
    assert cells(html, anchor_of(base, "", "table")) == ["Service", "Fee"]
    assert anchor_of(base, "1.1.2") not in html


@pytest.mark.parametrize(
    ("kind", "old", "called"),
    [
        ("table", "Service", "Table 1 of part 1 of Article 1"),
        ("row", "Repairs", "Row 2 of table 1 of Annex 1"),
        ("row", "cart", "1.1.3"),
        ("preamble", "ferries", "Preamble"),
        ("paragraph", "quay", "Annex 1 – paragraph"),
        ("title", "Ferry", "Title"),
    ],
)
def test_what_bears_no_number_heads_its_row_by_where_it_stands(world, kind, old, called):
    text = RATES.replace("Article 1.", "This Law governs ferries.\n\nArticle 1.", 1)
    text += "\nShips pay before they leave the quay.\n"
    base = law.make_act(world.section, world.drafter, text=text, number="4-L")
    tree = tree_of(base)
    changed = next(e for e in tree if e.kind == kind and old in e.text + e.heading)
    after = Tree(
        replace(e, text=e.text.replace(old, "Boat"), heading=e.heading.replace(old, "Boat"))
        if e is changed
        else e
        for e in tree
    )
    (row,) = preview(base, tree, after).changed
    assert row.called == called
    html = render_to_string("madda/amendments/comparative_row.html", {"row": row})
    assert f">{called}</a>" in html
    assert f">{row.provision}<" not in html


def test_each_side_of_a_comparison_has_its_own_cells(rates):
    base, draft = rates
    html = Client().get(f"{draft.url}redline/?view=side").content.decode()
    left, right = html[html.index(f'id="{anchor_of(base, "1.1.1")}"') :].split("</table>")[:2]
    assert "12" not in left.rpartition("<table")[2]
    assert "10" not in right.rpartition("<table")[2]


def test_the_page_of_a_row_shows_its_cells_through_time(rates):
    base, __ = rates
    key = anchor_of(base, "1.1.1").removeprefix("p-")
    html = Client().get(reverse("amendments:provision", args=[key])).content.decode()
    assert "Article 1.1.1" in html
    assert html.count("<table") == 3
    assert "[deleted </span>10" in html


def test_a_row_is_edited_in_place_with_bars_between_its_cells(rates, world):
    base, __ = rates
    amendment = law.make_amendment(world.section, base, world.drafter, "Further fees")
    key = anchor_of(base, "1.1.1").removeprefix("p-")
    client = Client()
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("amendments_admin:provision", args=[amendment.pk, key])
    page = client.get(address)
    assert "A crossing | 10 coins" in page.content.decode()
    seen = page.context["form"].initial["seen"]
    client.post(address, {"text": "A crossing | 15 coins", "seen": seen, "save": "1"})
    (row,) = amendment.amended_acts.get().instructions.all()
    assert (row.operation["op"], row.operation["target"]) == ("replace_number", "1.1.1")
    assert (row.operation["old"], row.operation["new"]) == ("10", "15")
