"""Operations as Hypothesis makes them."""

from dataclasses import replace

from hypothesis import strategies as st

from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.wording import is_figures

WORDS = st.lists(
    st.sampled_from(["law", "şəxs", "(x)", "25.8-ci", "habelə,", "статья", "30", "2,5", "və ya", "“Q haqqında” qanun", "bənd;"]),
    min_size=1,
    max_size=6,
).map(" ".join)  # fmt: skip
ARTICLES = st.sampled_from(["1", "12", "12-1", "30", "246"])
PARTS = st.sampled_from(["1.1", "12-1.4", "30.3-1", "5.0.10", "45.1.3-2"])
NUMBERS = st.one_of(ARTICLES, PARTS)
QUALIFIERS = st.sampled_from(["", "first", "second", "both", "all", "every_case"])
WORD_LEVELS = st.sampled_from(
    ["", "heading", "sentence:1", "sentence:3", "paragraph:2", "paragraph:2/sentence:1", "sanction"]
)


# What lies in one provision, or is of one kind, is named in one sentence.
FAMILIES = (
    PARTS,
    st.sampled_from(["4(1)", "4(2)", "4(3-1)"]),
    st.sampled_from(["11(1)(a)", "11(1)(ğ)", "11(1)(h)", "11(1)(h-1)"]),
    st.sampled_from(["4(3)(1)", "4(3)(2)"]),
    st.sampled_from(["45 note"]),
    st.sampled_from(["45 note point 1", "45 note point 2"]),
    st.sampled_from(["chapter 3", "chapter 12-1"]),
    st.sampled_from(["section II", "section IV"]),
    st.sampled_from(["annex 1", "annex 2"]),
    st.sampled_from(["annex 3 article 7", "annex 3 article 30"]),
    st.sampled_from(["annex 1 row 3", "annex 1 row 12-1"]),
    st.sampled_from(["4(1) table 2 row 7"]),
    st.sampled_from(["30.3 row 2"]),
    st.sampled_from(["preamble"]),
    st.sampled_from(["title"]),
)
PLACES = st.sampled_from(
    ["4(3-1)", "11(1)(h)", "45 note", "45 note point 3", "annex 3 article 27-1", "annex 2 row 4"]
)


def targets(draw):
    family = draw(st.sampled_from(FAMILIES))
    numbers = draw(st.lists(family, min_size=1, max_size=3, unique=True))
    return {"target": numbers[0]} if len(numbers) == 1 else {"targets": tuple(numbers)}


@st.composite
def operations(draw):
    """An operation with everything that prose carries, and nothing that it does not."""
    op = draw(st.sampled_from([op for op in Op if op is not Op.COMMENCEMENT]))
    match op:
        case Op.REPLACE_WORDS | Op.DELETE_WORDS | Op.INSERT_AFTER | Op.INSERT_BEFORE:
            return _on_words(draw, op)
        case Op.REPLACE_NUMBER:
            return Operation(op, **targets(draw), old="10", new="15", qualifier=draw(QUALIFIERS))
        case Op.GLOBAL_REPLACE:
            qualifier = draw(st.sampled_from(["all", "every_case"]))
            several = tuple(draw(st.lists(PARTS, min_size=2, max_size=3, unique=True)))
            where = draw(st.sampled_from([{"target": "*"}, {"target": several[0]}, {"targets": several}]))
            return Operation(op, **where, old=draw(WORDS), new=draw(WORDS), qualifier=qualifier)
        case Op.RESTATE:
            return _restated(draw)
        case Op.RESTATE_HEADING:
            return Operation(op, draw(ARTICLES), level="heading", new=draw(WORDS))
        case Op.RESTATE_SENTENCE:
            return Operation(op, draw(PARTS), level="sentence:2", new=draw(WORDS))
        case Op.ADD_SENTENCE:
            level = draw(st.sampled_from(["", "sentence:2", "paragraph:3", "paragraph:1/sentence:2"]))
            return Operation(op, draw(PARTS), level=level, new=draw(WORDS))
        case Op.REPEAL:
            return Operation(op, **targets(draw))
        case Op.RENUMBER_AND_ADD:
            added = (NewElement("12.2", text=draw(WORDS)),)
            return Operation(op, "12", children=(NewElement("12.1"), *draw(st.sampled_from([(), added]))))
        case _:
            return _inserted(draw, op)


def _on_words(draw, op):
    quotes = {"old": draw(WORDS)} if op in (Op.REPLACE_WORDS, Op.DELETE_WORDS) else {"anchor": draw(WORDS)}
    if op is not Op.DELETE_WORDS:
        quotes["new"] = draw(WORDS)
    where = targets(draw)
    level = "" if where.get("target") in ("title", "preamble") else draw(WORD_LEVELS)
    return Operation(op, **where, level=level, qualifier=draw(QUALIFIERS), **quotes)


def _restated(draw):
    if draw(st.booleans()):
        children = tuple(NewElement(f"4.{n}", text=draw(WORDS)) for n in (1, 2))
        return Operation(Op.RESTATE, "4", heading=draw(WORDS), children=children)
    if draw(st.booleans()):
        level = draw(st.sampled_from(["paragraph:2", "sanction", "table", "table:2"]))
        return Operation(Op.RESTATE, "4.1", level=level, new=draw(WORDS))
    if draw(st.booleans()):
        return Operation(Op.RESTATE, draw(PLACES), new=draw(WORDS))
    several = tuple(NewElement(number, text=draw(WORDS)) for number in ("4.1", "4.2"))
    return Operation(Op.RESTATE, targets=("4.1", "4.2"), children=several)


def _inserted(draw, op):
    after = draw(st.sampled_from(["", "7"])) if op is Op.INSERT_ELEMENT else "7"
    if op is Op.INSERT_ELEMENT and draw(st.booleans()):
        return Operation(op, draw(PLACES), new=draw(WORDS))
    if draw(st.booleans()):
        children = (NewElement("7-1.1", text=draw(WORDS)),)
        return Operation(op, "7-1", heading=draw(WORDS), children=children, after=after)
    children = (NewElement("7.9", text=draw(WORDS)),)
    return Operation(op, "7.8", new=draw(WORDS), children=children, after=f"{after}.7" if after else "")


def said_again(operation):
    """The operation as prose can say it: figures are figures whatever they were called."""
    if operation.op is Op.REPLACE_WORDS and is_figures(operation.old) and is_figures(operation.new):
        return replace(operation, op=Op.REPLACE_NUMBER)
    return operation
