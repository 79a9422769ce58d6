"""A small act, and operations on its working text as Hypothesis makes them."""

from dataclasses import replace

from hypothesis import strategies as st

from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree

LINES = """\
1|Scope|
1.1||The Law applies to ferries and to boats of 10 seats.
1.2||Rafts are exempt; rafts of over 5 seats are not. The Agency keeps a list of rafts.
2|Fees|
2.1||The fee is 10 coins. It is paid within 3 days of receipt. The fee is paid once.
2.2||Children travel at half fare;
2.3||dogs travel free.
3|Boats|
3.1||A boat carries 12 persons.
A boat carries no dogs. The Agency may allow 2 dogs.
"""


def act(lines=LINES):
    """Articles with a heading, parts with a text; further lines belong to the provision before."""
    elements = []
    for line in lines.splitlines():
        if "|" not in line:
            last = elements[-1]
            elements[-1] = replace(last, text=f"{last.text}\n{line}")
            continue
        number, heading, text = line.split("|")
        article, __, part = number.partition(".")
        if part:
            eid = f"art_{article}__para_{part}"
            elements.append(Element(f"k{number}", Kind.PART, number, eid, text=text, parent=f"k{article}"))
        else:
            elements.append(Element(f"k{number}", Kind.ARTICLE, number, f"art_{number}", heading, text))
    return Tree(tuple(elements))


NEW = st.lists(
    st.sampled_from(["ship", "4", "working", "boats", "the", "fee", "dogs.", "7", "coins", "free,", "12"]),
    min_size=1,
    max_size=4,
).map(" ".join)
SENTENCES = NEW.map(lambda words: f"The {words.rstrip('.,')}.")


@st.composite
def operations_on(draw, tree):
    """An operation on whatever the tree says now."""
    standing = [element for element in tree if not element.repealed]
    if not standing:
        return draw(inserted())
    element = draw(st.sampled_from(standing))
    make = draw(
        st.sampled_from([on_words] * 6 + [restated, in_sentences, repealed, renumbered, several, throughout])
    )
    return draw(draw(st.sampled_from([make(element, standing)] * 5 + [inserted()])))


@st.composite
def restated(draw, element, standing):
    """A provision worded anew."""
    if element.text:
        return Operation(Op.RESTATE, element.number, new=draw(SENTENCES))
    return Operation(Op.RESTATE_HEADING, element.number, level="heading", new=draw(NEW))


@st.composite
def in_sentences(draw, element, standing):
    """A sentence worded anew, added or deleted."""
    op = draw(st.sampled_from([Op.RESTATE_SENTENCE, Op.ADD_SENTENCE, Op.DELETE_WORDS]))
    level = f"sentence:{draw(st.integers(1, 4))}"
    return Operation(op, element.number, level=level, new="" if op is Op.DELETE_WORDS else draw(SENTENCES))


def repealed(element, standing):
    """A provision repealed."""
    return st.just(Operation(Op.REPEAL, element.number))


def renumbered(element, standing):
    """A provision with a number that fits its level."""
    number = f"{element.number.partition('.')[0]}.9" if "." in element.number else "9"
    return st.just(Operation(Op.RENUMBER_AND_ADD, element.number, children=(NewElement(number),)))


@st.composite
def several(draw, element, standing):
    """The same words replaced in several provisions."""
    old = draw(st.sampled_from(["boat", "fee", "dogs", "Agency", "rafts", "ship", "3", "10"]))
    numbers = tuple(e.number for e in standing if old in e.text.split() and e.number)
    return Operation(Op.REPLACE_WORDS, targets=numbers or (element.number,), old=old, new=draw(NEW))


@st.composite
def throughout(draw, element, standing):
    """Words replaced throughout the act."""
    old = draw(st.sampled_from(["Agency", "dogs", "ship", "fee"]))
    return Operation(Op.GLOBAL_REPLACE, "*", old=old, new=draw(NEW), qualifier="all")


@st.composite
def on_words(draw, element, standing):
    """A replacement, insertion or deletion of words that stand in a provision."""
    field, level = ("text", "") if element.text else ("heading", "heading")
    words = getattr(element, field).split()
    if not words:
        return Operation(Op.RESTATE, element.number, new=draw(SENTENCES))
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, min(len(words), start + 4)))
    quoted = " ".join(words[start:end])
    op = draw(
        st.sampled_from(
            [Op.REPLACE_WORDS, Op.REPLACE_WORDS, Op.INSERT_AFTER, Op.INSERT_BEFORE, Op.DELETE_WORDS]
        )
    )
    qualifier = draw(st.sampled_from(["", "", "", "", "first", "second", "both", "all"]))
    said = {"old": quoted} if op in (Op.REPLACE_WORDS, Op.DELETE_WORDS) else {"anchor": quoted}
    if op is not Op.DELETE_WORDS:
        said["new"] = draw(NEW)
    return Operation(op, element.number, level=level, qualifier=qualifier, **said)


@st.composite
def inserted(draw):
    """A new article with a part, or new parts."""
    if draw(st.booleans()):
        number = draw(st.sampled_from(["4", "2-1", "5"]))
        children = (NewElement(f"{number}.1", text=draw(SENTENCES)),)
        return Operation(Op.INSERT_ELEMENT, number, heading=draw(NEW), children=children)
    number = draw(st.sampled_from(["1.4", "2.4", "3.3", "2-1.2", "4.2", "2.2-1"]))
    op = draw(st.sampled_from([Op.INSERT_ELEMENT, Op.APPEND_ELEMENT]))
    return Operation(op, number, new=draw(SENTENCES))
