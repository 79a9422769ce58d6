"""Drafts that lost rows of a restated table are found by their sealed instructions."""

from io import StringIO

from django.core.management import call_command

from amendments.instructions.execution import restated_tables
from tests.factories import law

RATES = "Article 1. Rates\n\nNo\tKind\tFee\n1.\tboats\t10\n2.\trafts\t20\n"
NEW = "No\tKind\tFee\nBy day\t\t\n1.\tboats\t12\nBy night\t\t\n1.\tboats\t15"


def sealed(world, number):
    base = law.make_act(world.section, world.drafter, text=f"LAW\n\n{RATES}", number=number)
    amendment = law.make_amendment(world.section, base, world.drafter, f"Amending {number}")
    law.add(amendment, world.drafter, "restate", "1", level="table", new=NEW)
    return law.seal(amendment, world.drafter)


def verified():
    out = StringIO()
    call_command("verify_seals", "--rows", stdout=out)
    return [line for line in out.getvalue().splitlines() if "lacks" in line]


def test_a_draft_that_lost_rows_of_a_restated_table_is_named_with_the_text_that_it_became(world, monkeypatch):
    sealed(world, "31-L")
    assert verified() == []
    with monkeypatch.context() as patched:
        read = restated_tables._read
        patched.setattr(restated_tables, "_read", lambda given: (read(given)[0], read(given)[1][:1]))
        draft = sealed(world, "32-L")
    assert verified() == ["Amending 32-L – Draft 1, Law 32-L lacks By night; 1 | boats | 15."]
    law.adopt(draft, world.drafter)
    assert verified()[0].endswith("So does Consolidated text 2.")
