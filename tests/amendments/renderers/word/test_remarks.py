"""What is said about a draft as comments of Word: on its words, and the text stays letter for letter."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import takewhile

import pytest
from defusedxml.ElementTree import fromstring

from amendments.renderers.paper.documents import CommentedDocument, Remark
from amendments.renderers.word.word_file import as_word
from tests.amendments.renderers.word.documents import document
from tests.amendments.renderers.word.revisions import W, accepted, body_of, rejected
from tests.amendments.renderers.word.test_tracked import BEFORE, TABLE, items, parsed, text
from tests.amendments.renderers.word.test_word_file import opened, parts

AFTER = BEFORE.replace("10 coins", "12 coins").replace("1.3. Dogs pay half.\n", "")
OLD, NEW = parsed(BEFORE + TABLE), parsed(AFTER + TABLE)


def key(number, tree=NEW):
    return next(element.key for element in tree if element.number == number)


def said(provision, quote="", **more):
    facts = {"author": "Legal Aid", "words": ("C-1 · amendment", "Too much."), "language": "en"}
    return Remark(**{"provision": provision, "quote": quote, **facts, **more})


def commented(*remarks):
    found = document((items(OLD, NEW, "en"), "en"), kind=CommentedDocument)
    return as_word(replace(found, acts=tuple(replace(act, remarks=remarks) for act in found.acts)))


def _is_before_end(number, element):
    return element.tag != f"{W}commentRangeEnd" or element.get(f"{W}id") != number


def ranges(data):
    """The words of each comment's range, with those that go and those that come."""
    flat = list(body_of(data).iter())
    found = []
    for place, each in enumerate(flat):
        if each.tag == f"{W}commentRangeStart":
            inside = takewhile(partial(_is_before_end, each.get(f"{W}id")), flat[place:])
            found.append("".join(e.text or "" for e in inside if e.tag in {f"{W}t", f"{W}delText"}))
    return found


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        (said(key("1.1"), "12 coins"), "12 coins"),
        (said(key("1.1"), "10 coins", is_on_old_words=True), "1012 coins"),  # with what comes between them
        (said(key("1.3", OLD), "Dogs", is_on_old_words=True), "Dogs"),
        (said(key("1.2")), "1.2. Children travel free of charge on every crossing of the lake."),
        (said(key("1.2"), "words of another wording"), "1.2. Children travel free of charge on every crossing of the lake."),
        (said(""), "Article 1. Fares"),
        (said("unknown"), "Article 1. Fares"),
        (said(key("2", NEW)), "Article 2. Fees"),
    ],
)  # fmt: skip
def test_a_comment_is_on_the_words_that_it_is_about(remark, words):
    data = commented(remark)
    assert ranges(data) == [words]
    assert accepted(data) == text(NEW)
    assert rejected(data) == text(OLD)


def test_a_comment_on_a_row_stands_in_its_first_cell():
    row = next(element.key for element in NEW if element.number == "3" and element.kind == "row")
    data = commented(said(row))
    (table,) = (each for each in body_of(data) if each.tag == f"{W}tbl")
    marked = [
        place for place, each in enumerate(table.iter(f"{W}tr")) if list(each.iter(f"{W}commentReference"))
    ]
    assert marked == [3]
    assert accepted(data) == text(NEW)


def test_several_comments_on_the_same_words_keep_their_ends():
    data = commented(said(key("1.1"), "12 coins"), said(key("1.1"), "coins"), said(key("1.1")))
    assert ranges(data) == ["1.1. The fare is 1012 coins.", "12 coins", "coins"]
    tags = ("commentRangeStart", "commentRangeEnd", "commentReference")
    numbers = [[each.get(f"{W}id") for each in body_of(data).iter(f"{W}{tag}")] for tag in tags]
    assert sorted(numbers[0]) == sorted(numbers[1]) == sorted(numbers[2]) == ["0", "1", "2"]


def test_word_reads_who_said_what_and_when_where_the_reader_may_know_it():
    at = datetime(2024, 5, 2, 9, 0, tzinfo=UTC)
    data = commented(said(key("1.1"), at=at), said(key("1.2"), author="Identity withheld"))
    known, withheld = opened(data).comments
    assert (known.author, known.initials, known.text, known.timestamp) == (
        "Legal Aid",
        "LA",
        "C-1 · amendment\nToo much.",
        at,
    )
    assert (withheld.author, withheld.timestamp) == ("Identity withheld", None)


def test_no_comment_becomes_markup_or_a_field():
    data = commented(said(key("1.1"), author='"><w:x/>', words=("=CMD()", "{ PAGE } <w:p/> \x00")))
    (comment,) = opened(data).comments
    assert (comment.author, comment.text) == ('"><w:x/>', "=CMD()\n{ PAGE } <w:p/> \u2400")
    assert "instrText" not in parts(data)["word/comments.xml"]
    assert fromstring(parts(data)["word/comments.xml"]).tag == f"{W}comments"


def test_without_comments_there_is_no_part_for_them():
    assert "word/comments.xml" not in parts(commented())


def test_a_remark_stands_once_and_on_the_act_that_it_is_about():
    papers = [(items(OLD, NEW, "en"), "en")] * 6
    found = document(*papers, kind=CommentedDocument)
    acts = tuple(
        replace(act, remarks=(said(key("1.1"), "12 coins"),) if n < 3 else ())
        for n, act in enumerate(found.acts)
    )
    data = as_word(replace(found, acts=acts))
    assert ranges(data) == ["12 coins"] * 3


def test_of_words_that_stand_twice_those_are_meant_that_stand_behind_the_same_words():
    twice = AFTER.replace("Children travel free of charge", "Children pay 12 coins, others 12 coins")
    tree = parsed(twice + TABLE)
    found = document((items(OLD, tree, "en"), "en"), kind=CommentedDocument)
    remark = said(key("1.2", tree), "12 coins", before="Children pay 12 coins, others ")
    data = as_word(replace(found, acts=tuple(replace(act, remarks=(remark,)) for act in found.acts)))
    body = "".join(e.text or "" for e in body_of(data).iter() if e.tag == f"{W}t")
    assert ranges(data) == ["12 coins"]
    flat = list(body_of(data).iter())
    start = next(place for place, each in enumerate(flat) if each.tag == f"{W}commentRangeStart")
    assert "".join(e.text or "" for e in flat[:start] if e.tag == f"{W}t").endswith("others ")
    assert body.count("12 coins") == 3
