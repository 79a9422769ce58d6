"""New provisions cited by their own number in one whose parts print the number of the whole: "24(a)" beside 24.1."""

import pytest

from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

AZERBAIJANI = SCHEMES[0]
ACTS = {
    AZERBAIJANI: "Maddə 24. Haqq\nGiriş:\n24.1. Bir.\n24.1.1. Altı.\n24.2. İki.\n\nMaddə 25. Son\nSon.\n",
    ENGLISH: "Article 24. Fees\nHere:\n24.1. One.\n24.1.1. Six.\n24.2. Two.\n\nArticle 25. End\nAll.\n",
}
LETTERS = [
    ("24(a)", Kind.POINT, "a", "24.1"),
    ("24(c)", Kind.POINT, "c", "24.1"),
    ("24(b-1)", Kind.POINT, "b-1", "24.1"),
    ("24.1(a)", Kind.POINT, "a", "24.1.1"),
    ("24.1(b)", Kind.POINT, "b", "24.1.1"),
]
NUMBERS = [
    ("24(3)", Kind.PART, "24.3", "25"),
    ("24(1-1)", Kind.PART, "24.1-1", "24.2"),
    ("24.1(2)", Kind.POINT, "24.1.2", "24.2"),
    ("24.3", Kind.PART, "24.3", "25"),
]


@pytest.mark.parametrize("scheme", ACTS)
@pytest.mark.parametrize(("target", "kind", "number", "before"), [*LETTERS, *NUMBERS])
def test_a_letter_is_printed_alone_and_stands_before_the_parts(scheme, target, kind, number, before):
    act = scheme.parse(ACTS[scheme]).tree
    text = execute(act, [Operation(Op.INSERT_ELEMENT, target, new="New;", creates={target: "new"})], scheme)
    new = text.by_key["new"]
    assert (new.kind, new.number) == (kind, number)
    assert text.by_key[text.after(new)].number == before
    assert execute(act, derive(act, text), scheme) == text
    if kind is Kind.POINT and number.isalpha():
        assert f"\n{number}) New;\n" in scheme.render(text) or f"\n({number}) New;\n" in scheme.render(text)
    again = scheme.parse(scheme.render(text)).tree
    assert [(e.kind, e.number, e.eid, e.text) for e in again] == [
        (e.kind, e.number, e.eid, e.text) for e in text
    ]
    (read,) = [each for each in again if each.text == "New;"]
    assert cite(again, read) in (target, number)
