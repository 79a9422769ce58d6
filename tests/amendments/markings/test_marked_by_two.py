"""Word files in which two people marked the same paragraph, row or line: both texts, and the changes of each."""

import pytest

from amendments.importers import load_act
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.importers.word import run, word_file
from tests.amendments.markings.test_placed_changes import ACT, said as operation_said, stored
from tests.amendments.markings.test_several_authors import said, taken_in

V, E = "Vera Lex", "Emil Word"
LINES = ACT.splitlines()
LAST = LINES[-1]
ROWS = [
    ("No", "Kind", "Fee"),
    ("1", "Late landing", "10"),
    ("2", "Speeding", "120"),
    ("3", "Unpaid fare", "130"),
]
AFTER = ("2.4. The end is near.", "2.5. The last.")


def change(who):
    return f'w:id="1" w:author="{who}" w:date="2026-11-02T10:00:00Z"'


def gone(who, words):
    return f'<w:del {change(who)}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def new(who, *inner):
    return f"<w:ins {change(who)}>{''.join(map(runs, inner))}</w:ins>"


def moved(side, who, *inner):
    return (
        f'<w:move{side}RangeStart w:id="5" w:name="m1"/><w:move{side} {change(who)}>{"".join(map(runs, inner))}'
        f'</w:move{side}><w:move{side}RangeEnd w:id="5"/>'
    )


def runs(words):
    return words if words.startswith("<") else run(words)


def par(*inner, **mark):
    """A paragraph; `mark` is how its end is marked, and by whom."""
    end = "".join(f"<w:{kind} {change(who)}/>" for kind, who in mark.items())
    return f"<w:p><w:pPr><w:rPr>{end}</w:rPr></w:pPr>{''.join(map(runs, inner))}</w:p>"


def row(*cells, **mark):
    own = "".join(f"<w:{kind} {change(who)}/>" for kind, who in mark.items())
    paragraphs = [each if each.startswith("<") else par(each) for each in cells]
    return f"<w:tr><w:trPr>{own}</w:trPr>{''.join(f'<w:tc>{each}</w:tc>' for each in paragraphs)}</w:tr>"


def new_row(who, *cells):
    return row(*(par(new(who, each), ins=who) for each in cells), ins=who)


def gone_row(who, *cells):
    return row(*(par(gone(who, each), **{"del": who}) for each in cells), **{"del": who})


OLD = [row(*cells) for cells in ROWS]


def act(last=None, rows=OLD, after=None, first=None):
    """The act with a table; `last` is the paragraph above it, `after` those below, `first` the one before `last`."""
    body = [*map(par, LINES[:-2]), first or par(LINES[-2]), last or par(LAST), par("2.3. The fines are:")]
    body += ["<w:tbl>", *rows, "</w:tbl>", after or "".join(map(par, AFTER))]
    return load_act("act.docx", word_file("".join(body))), "".join(body)


PLAIN = act()[0].text
CASES = {
    "a word goes, a paragraph comes behind": (
        {
            "last": par("2.2. Children ", gone(V, "travel "), "free of charge.", ins=E)
            + par(new(E, "2.2-1. Dogs pay."))
        },
        [(V, "delete_words 2.2"), (E, "insert_element 2.2-1")],
    ),
    "the last word goes, a paragraph comes behind": (
        {
            "last": par("2.2. Children travel free of ", gone(V, "charge."), ins=E)
            + par(new(E, "2.2-1. Dogs pay."))
        },
        [(V, "delete_words 2.2"), (E, "insert_element 2.2-1")],
    ),
    "a paragraph comes before, the first word goes": (
        {
            "last": par(new(E, "2.1-1. Dogs pay."), ins=E)
            + par("2.2. ", gone(V, "Children "), "travel free of charge.")
        },
        [(E, "insert_element 2.1-1"), (V, "delete_words 2.2")],
    ),
    "words of one in a paragraph of the other": (
        {"last": par(LAST, ins=V) + par(new(V, "2.2-1. Dogs "), new(E, "and cats "), new(V, "pay."))},
        [(f"{V}\n{E}", "insert_element 2.2-1")],
    ),
    "one deletes a paragraph, the other its words": (
        {
            "last": par(
                gone(V, "2.2. Children "), gone(E, "travel "), gone(V, "free of charge."), **{"del": V}
            )
        },
        [(f"{V}\n{E}", "repeal 2.2")],
    ),
    "one deletes the words, the other the end": (
        {"last": par(gone(V, LAST), **{"del": E})},
        [(f"{V}\n{E}", "repeal 2.2")],
    ),
    "a paragraph goes, another one comes": (
        {"last": par(gone(E, LAST), **{"del": E}) + par(new(E, "2.2-1. Dogs pay."), ins=E)},
        [(E, "repeal 2.2 insert_element 2.2-1")],
    ),
    "one deletes a paragraph, the other writes it anew with one more": (
        {
            "last": par(gone(E, LAST), **{"del": E})
            + par(new(V, "2.2. Dogs pay."), ins=V)
            + par(new(V, "2.2-1. Cats pay."), ins=V)
        },
        [(f"{E}\n{V}", "restate 2.2 insert_element 2.2-1")],
    ),
    "a row goes and the paragraph behind it": (
        {
            "rows": [*OLD[:3], gone_row(V, *ROWS[3])],
            "after": par(gone(E, AFTER[0]), **{"del": E}) + par(AFTER[1]),
        },
        [(V, "repeal 2.3 row 3"), (E, "repeal 2.4")],
    ),
    "a row comes and a paragraph behind it": (
        {
            "rows": [*OLD, new_row(V, "4", "Other", "10")],
            "after": par(new(E, "2.3-1. New."), ins=E) + "".join(map(par, AFTER)),
        },
        [(V, "insert_element 2.3 row 4"), (E, "insert_element 2.3-1")],
    ),
    "a row comes, the paragraph behind it is changed by the same": (
        {
            "rows": [*OLD, new_row(V, "4", "Other", "10")],
            "after": par(gone(V, "2.4. The"), new(V, "2.4. An"), " end is near.") + par(AFTER[1]),
        },
        [(V, "replace_words 2.4 insert_element 2.3 row 4")],
    ),
    "a row goes and a paragraph comes by the same": (
        {
            "rows": [*OLD[:3], gone_row(V, *ROWS[3])],
            "after": par(new(V, "2.3-1. New."), ins=V) + "".join(map(par, AFTER)),
        },
        [(V, "repeal 2.3 row 3 insert_element 2.3-1")],
    ),
    "a row is written anew by the other": (
        {"rows": [*OLD[:2], gone_row(V, *ROWS[2]), new_row(E, "2", "Haste", "130"), OLD[3]]},
        [(f"{V}\n{E}", "restate 2.3 row 2")],
    ),
    "words of one in a row of the other": (
        {
            "rows": [
                *OLD,
                row(par(new(V, "4")), par(new(V, "Other"), new(E, " kind")), par(new(V, "9")), ins=V),
            ]
        },
        [(f"{V}\n{E}", "insert_element 2.3 row 4")],
    ),
    "nearly all words go, a sentence comes below": (
        {"last": par("2.2. Children ", gone(V, "travel free of charge."), ins=E) + par(new(E, "Dogs pay."))},
        [(f"{V}\n{E}", "restate 2.2")],
    ),
    "a provision moves and gets its number from the other": (
        {
            "first": par(moved("From", V, LINES[-2]), moveFrom=V),
            "last": par(LAST)
            + par(new(E, "2.2-1. "), moved("To", V, LINES[-2].removeprefix("2.1. ")), moveTo=V),
        },
        [(V, "repeal 2.1"), (f"{E}\n{V}", "insert_element 2.2-1")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_change_is_proposed_for_whoever_made_it(case):
    parts, wanted = CASES[case]
    imported, _ = act(**parts)
    assert imported.markup.text == PLAIN
    tree, placing = taken_in(imported.markup, PLAIN)
    assert [
        (each.author, " ".join(" ".join(operation_said(operation)[:2]) for operation in each.operations))
        for each in placing.changes
    ] == wanted
    assert placing.left == []
    assert all(each.at == "2026-11-02T10:00:00Z" for each in placing.changes)
    repealed = {each.number for each in tree if each.repealed}
    rest = [each for each in tree if not each.repealed]
    assert said(rest) == [each for each in said(ENGLISH.parse(imported.text).tree) if each[0] not in repealed]


@pytest.mark.parametrize("case", CASES)
def test_what_was_taken_is_in_the_draft_when_the_file_comes_again(case):
    markup = act(**CASES[case][0])[0].markup
    tree, _ = taken_in(markup, PLAIN)
    again = place(markup, stored(PLAIN), tree, ENGLISH)
    assert (again.changes, again.left) == ([], [])


LEFT = {
    "a paragraph goes, words without a number come below": (
        par(gone(V, LAST), **{"del": V}) + par(new(E, "Dogs pay."), ins=E),
        [(V, "repeal 2.2")],
        [(E, "Dogs pay.\n", "These words stand in a provision that is deleted in the same file.")],
    ),
    "words come in a paragraph that goes": (
        par(gone(V, "2.2. Children "), new(E, "may "), gone(V, "travel free of charge."), **{"del": V}),
        [(V, "repeal 2.2")],
        [(E, "may ", "These words stand in a provision that is deleted in the same file.")],
    ),
    "words go and their paragraph is joined with the next": (
        par("2.2. Children ", gone(V, "travel "), "free of charge.", **{"del": E}),
        [(V, "delete_words 2.2")],
        [(E, "", "A paragraph is divided, or joined")],
    ),
    "the last words go and their paragraph is joined with the next": (
        par("2.2. Children travel free ", gone(V, "of charge."), **{"del": E}),
        [(V, "delete_words 2.2")],
        [(E, "", "A paragraph is divided, or joined")],
    ),
    "words go where the other divides the paragraph": (
        par("2.2. Children ", gone(E, "travel "), ins=V) + par("free of charge."),
        [(E, "delete_words 2.2")],
        [(V, "\n", "A paragraph is divided, or joined")],
    ),
    "a new paragraph of two has the number of another one": (
        par(new(V, "2.1. Dogs "), new(E, "and cats "), new(V, "pay."), ins=V) + par(LAST),
        [],
        [
            (
                f"{V}\n{E}",
                "2.1. Dogs and cats pay.\n",
                "The act has a provision %(number)s in this place already.",
            )
        ],
    ),
    "words of a new paragraph go again": (
        par(LAST, ins=V) + par(new(V, "2.2-1. Dogs ", gone(E, "never ")), new(E, "always "), new(V, "pay.")),
        [(f"{V}\n{E}", "insert_element 2.2-1")],
        [(E, "", "These words were inserted by")],
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_what_cannot_be_said_is_listed_alone_with_its_author_and_reason(case):
    last, wanted, left = LEFT[case]
    markup = act(last=last)[0].markup
    assert markup.text == PLAIN
    base = stored(PLAIN)
    placing = place(markup, base, base, ENGLISH)
    assert [
        (each.author, *[" ".join(operation_said(operation)[:2]) for operation in each.operations])
        for each in placing.changes
    ] == wanted
    assert [(each.author, each.new) for each in placing.left] == [each[:2] for each in left]
    for each, (_author, _new, why) in zip(placing.left, left, strict=True):
        assert each.why.template.startswith(why)
