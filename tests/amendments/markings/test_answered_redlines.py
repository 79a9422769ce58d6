"""Others answer a redline of the draft: they edit inside, across and beside its own changes."""

import io
from collections import Counter
from itertools import combinations

import docx
import pytest
from hypothesis import given, settings, strategies as st

from amendments.importers.tracked_stream import END, PRIVATE, Tracked, markup_of
from amendments.importers.word_body import BodyReader
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.joined_changes import spliced
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Kind
from tests.amendments.markings.test_placed_changes import said as operation_said
from tests.amendments.markings.test_several_authors import BASE, PIECE, said
from tests.amendments.renderers.word.test_tracked import redline
from tests.examples import examples

OURS = [
    Operation(Op.REPLACE_WORDS, target="1.1", old="the Republic of Caspia", new="Caspia and its islands"),
    Operation(Op.RESTATE_HEADING, target="2", new="Fares and fines"),
    Operation(Op.REPEAL, target="1.2.2"),
    Operation(Op.INSERT_ELEMENT, target="1.2.3", new="canoes and kayaks."),
    Operation(Op.INSERT_AFTER, target="2.1", anchor="10 coins", new="or one ticket"),
    Operation(Op.ADD_SENTENCE, target="2.1", new="A child below ten years pays half of it."),
    Operation(Op.RESTATE, target="2.2", new="Dogs and cats travel at half the fare."),
    Operation(Op.INSERT_ELEMENT, target="2.2-1", new="Bicycles travel free of charge."),
]
DRAFT = execute(BASE, OURS, ENGLISH)
FILE = redline(BASE, DRAFT)
US, MOMENT, V = "Ferry Authority", "2024-05-01T08:30:00Z", "Vera Lex"


def ours(change):
    return (change.author, change.at) == (US, MOMENT)


class Redline:
    """The redline as it is read; each edit is of words that show, where our own changes are accepted."""

    def __init__(self):
        reader = BodyReader(docx.Document(io.BytesIO(FILE)).part)
        self.stream, self.tracker = list(reader.stream()), reader.runs.tracker
        self.shown, open_changes = [], []
        for place_, sign in enumerate(self.stream):
            if sign == END:
                open_changes.pop()
            elif PRIVATE.match(sign):
                open_changes.append(self.tracker.changes[ord(sign) - 0xF0000])
            elif all(each.is_insertion for each in open_changes):
                self.shown.append(place_)
        self.text = "".join(self.stream[each] for each in self.shown)

    def write(self, start, end, new):
        for place_ in self.shown[start:end]:
            mark = self.tracker.begin(Tracked(False, V, "later"))
            self.stream[place_] = f"{mark}{self.stream[place_]}{END}"
        if new:
            at = self.shown[max(start, end - 1)] if end > start else self.shown[start]
            words = f"{self.tracker.begin(Tracked(True, V, 'later'))}{new}{END}"
            self.stream[at] = self.stream[at] + words if end > start else words + self.stream[at]

    def markups(self):
        """The marks on the text of the draft, and on the text in force."""
        stream = "".join(self.stream)
        return markup_of(stream, self.tracker, [], ours), markup_of(stream, self.tracker, [])


TEXT = Redline().text


def answered(*edits):
    file = Redline()
    for start, end, new in sorted(edits, reverse=True):
        file.write(start, end, new)
    return file


def edit(old, new, inside=""):
    at = TEXT.index(old, TEXT.index(inside or old))
    return at, at + len(old), new


def behind(words, new):
    at = TEXT.index(words) + len(words)
    return at, at, new


CASES = {
    "a word in an added sentence": (
        [behind("A child ", "or a pupil ")],
        [("insert_after", "2.1", "child", "or a pupil")],
    ),
    "a word of inserted words goes": ([edit("one ", "")], [("delete_words", "2.1", "one", "")]),
    "new words are struck and others written": (
        [edit("Caspia and its islands", "the whole country")],
        [("replace_words", "1.1", "Caspia and its islands", "the whole country")],
    ),
    "a word in an inserted provision": (
        [edit("free", "nearly free", "Bicycles")],
        [("insert_after", "2.2-1", "travel", "nearly")],
    ),
    "a word of a restated provision": ([edit("cats", "birds")], [("replace_words", "2.2", "cats", "birds")]),
    "an inserted provision goes": (
        [edit("2.2-1. Bicycles travel free of charge.\n", "")],
        [("repeal", "2.2-1", "", "")],
    ),
    "across our words and others": (
        [edit("10 coins or one", "two")],
        [("replace_words", "2.1", "10 coins or one", "two")],
    ),
}


def test_the_redline_with_our_own_changes_is_the_text_of_the_draft():
    draft, _force = Redline().markups()
    assert said(ENGLISH.parse(draft.text).tree) == said(DRAFT)
    assert draft.edits == ()


@pytest.mark.parametrize("case", CASES)
def test_an_answer_is_said_of_the_words_of_the_draft(case):
    edits, wanted = CASES[case]
    markup, _ = answered(*edits).markups()
    placing = place(markup, BASE, DRAFT, ENGLISH, left_from=DRAFT)
    operations = [each for change in placing.changes for each in change.operations]
    assert [operation_said(each) for each in operations] == wanted
    assert (placing.left, placing.unmarked) == ([], [])
    assert [(each.old, each.new) for each in placing.standing] == [
        (each.old, each.new) for each in markup.own
    ]


NEW = ("", "", "big ", "and small ", "12 ", "Dogs pay. ", "Dogs pay.\n", "2.2-2. Birds pay.\n", "(a) dogs;\n")


@st.composite
def answers(draw, *, across_lines=True):
    """Edits that begin and end at words, or at lines."""
    law = TEXT.index("Article 1")
    cuts = [at for at in range(law, len(TEXT)) if TEXT[at - 1].isspace()]
    found, done = [], law
    for _ in range(draw(st.integers(1, 3))):
        rest = [at for at in cuts if at > done]
        if len(rest) < 2:
            break
        start = draw(st.sampled_from(rest))
        ends = [at for at in cuts if at >= start][:7]
        if across_lines:
            ends += [at for at in cuts if at >= start and TEXT[at - 1] == "\n"][:2]
        else:
            ends = [at for at in ends if "\n" not in TEXT[start:at]]
        end = draw(st.sampled_from(ends))
        found.append((start, end, draw(st.sampled_from(NEW))))
        done = end
    return [each for each in found if each[0] < each[1] or each[2]]


def after_all(placing):
    return execute(DRAFT, [each for change in placing.changes for each in change.operations], ENGLISH)


def words_of(element):
    return PIECE.findall(" ".join(f"{element.number} {element.heading} {element.text}".split()))


def worded(tree):
    """The words of each provision in force with its number; a table has those of its rows."""
    found = {}
    for each in tree:
        if (each.heading or each.text) and not each.repealed:
            key = each.parent if each.kind is Kind.ROW else each.key
            words = found.setdefault(key, [])
            words += words_of(each)
    return list(found.values())


def with_some(edits):
    """The text of the draft with each choice of the edits, all of them first."""
    for count in range(len(edits), -1, -1):
        for some in combinations(sorted(edits), count):
            yield worded(ENGLISH.parse(spliced(TEXT, some)).tree)


@given(answers())
@settings(max_examples=examples(90), deadline=None)
def test_what_is_proposed_gives_the_accepted_text_or_is_listed(edits):
    markup, _ = answered(*edits).markups()
    placing = place(markup, BASE, DRAFT, ENGLISH, left_from=DRAFT)
    texts = list(with_some(edits))
    assert worded(after_all(placing)) in (texts if placing.left else texts[:1])


@given(answers())
@settings(max_examples=examples(60), deadline=None)
def test_what_the_redline_changes_itself_stands_at_its_place_whatever_others_mark(edits):
    markup, _ = answered(*edits).markups()
    assert all(markup.text.startswith(each.new, each.start) for each in markup.own)
    placing = place(markup, BASE, DRAFT, ENGLISH, left_from=DRAFT)
    standing = [(each.old, each.new) for each in placing.standing]
    assert [(each.old, each.new) for each in markup.own if (each.old, each.new) not in standing] == []


def brings_more(placing, edits):
    """The provisions that gain words without an edit, doubled or such as nobody wrote, and not as in the accepted file."""
    old = {each.key: Counter(words_of(each)) for each in DRAFT}
    new = Counter(word for edit in edits for word in PIECE.findall(edit[2]))
    accepted = next(with_some(edits))
    return [
        each.number
        for each in after_all(placing)
        if words_of(each) not in accepted and Counter(words_of(each)) - old.get(each.key, new) - new
    ]


@given(answers(across_lines=False))
@settings(max_examples=examples(90), deadline=None)
def test_a_redline_that_says_nothing_of_itself_gives_no_third_text(edits):
    _, markup = answered(*edits).markups()
    placing = place(markup, BASE, DRAFT, ENGLISH)
    if placing.left:
        assert brings_more(placing, edits) == []
    else:
        assert worded(after_all(placing)) == next(with_some(edits))
