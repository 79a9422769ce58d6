"""Rows of the table of concordance: on a public draft, and on one that nobody else may know of."""

from amendments.audit.actor import Actor
from consultations.models import Treaty
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged, RowContent
from rights.actions.concordance.write_row import WriteRow
from rights.values import Degree
from tests.factories import law
from tests.permissions.world import World


def row_words(summary: str = "Best interests of the child") -> RowContent:
    """What a row says of the comparator."""
    return RowContent(Treaty.objects.get(code="CRC"), "3(1)", summary, rights=("B01",))


def add_rows(world: World) -> None:
    """A row with two degrees on the public draft, and a row on the draft that is not released."""
    actor = Actor.now(world.people["drafter"])
    keys = [str(world.provisions["commented"].pk)]
    for state, summary, comment in (
        ("public", "Best interests of the child", "A rule is missing."),
        ("unreleased", "A pangolin", "A quokka is missing."),
    ):
        text, judged = law.text_in(world.drafts[state]), Judged(Degree.PARTIAL, comment)
        row = WriteRow(text, keys, row_words(summary), judged, actor=actor).execute()
        JudgeRow(row, text, Judged(Degree.FULL, comment), actor=actor).execute()
        world.rows[state] = row
