"""Drafts that lost rows of a restated table are found by their sealed instructions."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from amendments.instructions.execution import restated_tables
from amendments.models import Version, VersionInstruction
from amendments.queries.proof import lost_rows as lost
from amendments.record import seals
from tests.factories import law

pytestmark = pytest.mark.whole

RATES = "Article 1. Rates\n\nNo\tKind\tFee\n1.\tboats\t10\n2.\trafts\t20\n"
NEW = "No\tKind\tFee\nBy day\t\t\n1.\tboats\t12\nBy night\t\t\n1.\tboats\t15"


def sealed(world, number):
    base = law.make_act(world.section, world.drafter, text=f"LAW\n\n{RATES}", number=number)
    amendment = law.make_amendment(world.section, base, world.drafter, f"Amending {number}")
    law.add(amendment, world.drafter, "restate", "1", level="table", new=NEW)
    return law.seal(amendment, world.drafter)


@pytest.fixture
def losing(monkeypatch):
    """Seals a draft that loses rows."""

    def seal(world, number):
        with monkeypatch.context() as patched:
            read = restated_tables._read
            patched.setattr(restated_tables, "_read", lambda given: (read(given)[0], read(given)[1][:1]))
            return sealed(world, number)

    return seal


def verified():
    out = StringIO()
    call_command("verify_seals", "--rows", stdout=out)
    return [line for line in out.getvalue().splitlines() if "lacks" in line]


def test_a_draft_that_lost_rows_of_a_restated_table_is_named_with_the_text_that_it_became(world, losing):
    sealed(world, "31-L")
    assert verified() == []
    draft = losing(world, "32-L")
    assert verified() == ["Amending 32-L – Draft 1, Law 32-L lacks By night; 1 | boats | 15."]
    law.adopt(draft, world.drafter)
    assert verified()[0].endswith("So does Consolidated text 2.")


def spoiled(draft, operation):
    """The version of a draft whose restatement was changed by hand."""
    version = law.text_in(draft)
    seals.lift(connection)
    try:
        VersionInstruction.objects.filter(version=version).update(operation=operation)
    finally:
        seals.install(connection)
    return version


def test_what_cannot_be_read_hides_neither_lost_rows_nor_whether_the_chain_holds_a_hash(
    world, losing, capsys
):
    bad = spoiled(sealed(world, "31-L"), {"op": "restate", "level": "table"})
    losing(world, "32-L")
    with pytest.raises(CommandError, match=r"are not as they were sealed\..* does not hold this hash\."):
        call_command("verify_seals", "--rows", "--head", "0" * 64)
    assert capsys.readouterr().out.splitlines() == [
        f"The rows of the version {bad.pk} cannot be compared (BadOperation).",
        "Amending 32-L – Draft 1, Law 32-L lacks By night; 1 | boats | 15.",
    ]


def test_a_version_that_cannot_be_read_is_named(world, monkeypatch):
    version = law.text_in(sealed(world, "31-L"))

    def unread(row):
        raise ValueError

    monkeypatch.setattr(Version, "parent", property(unread))
    assert list(lost.lost_rows()) == [
        f"The rows of the version {version.pk} cannot be compared (ValueError)."
    ]


def test_a_draft_with_an_instruction_that_is_refused_today_is_named(world, losing):
    draft = losing(world, "32-L")
    operation = law.text_in(draft).sealed_instructions.get().operation
    elsewhere = {**operation, "target": "99"}
    spoiled(draft, elsewhere)
    named = "The rows of Amending 32-L – Draft 1, Law 32-L"
    why = "an instruction is refused today: missing_target"
    assert list(lost.lost_rows()) == [f"{named} cannot be compared ({why})."]
