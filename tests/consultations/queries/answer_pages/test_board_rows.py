"""The rows of the board: in the order of the law, each named so that it is found."""

import pytest

from consultations.models import Comment
from consultations.queries.answer_pages.board import Filters, board_comments, board_rows, provisions_in_order
from consultations.queries.comments.comment_lines import for_lines, lines
from tests.factories import consultation as make, law

NEW = {
    "heading": "Dogs",
    "children": [
        {"number": "1-1.1", "text": "They:"},
        {"number": "1-1.1(a)", "text": "eat;"},
        {"number": "1-1.1(b)", "text": "sleep."},
    ],
}


@pytest.fixture
def commented(world):
    """A round on a draft with a new article, without what stood under 1.2, with comments against the order of the law."""
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(amendment, world.drafter, "restate", "1.2", new="It does not apply to rafts.")
    law.add(amendment, world.drafter, "insert_element", "1-1", **NEW)
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    round_ = make.open_round(draft, world.secretary, world.ngo)
    passages = [make.chosen(draft, number) for number in ("2.2", "2.1", "b", "a", "1-1.1", "1.2")]
    passages += [make.chosen(draft, number, in_base=True) for number in ("1.2.2", "1.2.1")]
    for passage in passages:
        row = make.draft(round_, world.ngo_author, world.ngo, make.content(passage))
    make.send(row.submission, world.ngo_focal)
    return round_


def named(world, round_):
    comments = board_comments(world.secretary, round_, Filters())
    provisions = provisions_in_order(comments, round_)
    return [row.number for row in board_rows(world.secretary, round_, comments, provisions)]


def test_rows_stand_in_the_order_of_the_law(world, commented):
    points = ["point (a) of part 1 of Article 1-1", "point (b) of part 1 of Article 1-1"]
    found = named(world, commented)
    assert found == ["1.2", "1.2.1", "1.2.2", "1-1.1", *points, "2.1", "2.2"]


def test_a_line_names_a_point_with_what_holds_it(world, commented):
    comments = for_lines(Comment.objects.filter(submission__round=commented))
    (line,) = [each for each in lines(comments, world.secretary) if "(b)" in each.cited]
    assert line.cited == "point (b) of part 1 of Article 1-1"
