"""How the board reads a proposed wording against the words of a provision, with its parts where a proposal says parts."""

import pytest

from amendments.provisions.tree import Kind
from consultations.queries.answer_pages.whole_wordings import WholeWording
from consultations.queries.comments.provision_texts import ProvisionWording

PARTS = "\n3.1. rafts;\n3.2. boats."


@pytest.mark.parametrize(
    ("proposed", "parts", "shown"),
    [
        # the number of the provision is a word of the text here
        ("3 members decide.", "", "3 members decide."),
        ("3 members decide.", PARTS, "3 members decide." + PARTS),
        ("3. Members decide at once:", PARTS, "Members decide at once:" + PARTS),
        ("3. Members decide:\n3.1. rafts.", PARTS, "Members decide:\n3.1. rafts."),
        ("Members decide:\n3.1. rafts.", PARTS, "Members decide:\n3.1. rafts."),
    ],
)
def test_a_wording_loses_its_own_number_alone_and_keeps_parts_that_it_does_not_name(proposed, parts, shown):
    own = ProvisionWording(
        "", None, "3", "3", "3.", "", Kind.PART, 1, "", "Members decide:", is_repealed=False, parent=""
    )
    assert WholeWording(own, parts).proposed(proposed) == shown
