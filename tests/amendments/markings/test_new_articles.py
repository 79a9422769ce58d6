"""A new article with its lead-in, parts and points is one insertion, as it was typed; so are numbered lists of Word."""

import pytest

from amendments.importers import load_act
from amendments.importers.markup import Markup, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, from_json, to_json
from amendments.instructions.printed_labels import printed_labels
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.importers import word

LAWS = [
    (
        ENGLISH,
        "Article",
        "Article 11. Scope\n1. It applies to:\n1) boats;\n2) rafts.\n2. It binds.\n\nArticle 13. End\nIt ends.\n",
    ),
    (
        RUSSIAN,
        "Статья",
        "Статья 11. Сфера\n1. Применяется к:\n1) судам;\n2) лодкам.\n2. Он краток.\n\nСтатья 13. Конец\nВсё.\n",
    ),
    (
        SCHEMES[0],
        "Maddə",
        "Maddə 11. Əhatə\n11.1. Tətbiq edilir:\n11.1.1. gəmilərə.\n11.2. Qısadır.\n\nMaddə 13. Son\nBitir.\n",
    ),
]
BODIES = [
    "Words:\n1) x;\n2) y.",
    "Words:\na) x;\nb) y.",
    "Words:\n(a) x;\n(b) y.",
    "12-1. Words:\n1) x;\n2) y.",
    "1. words:\n1) x;\n2) y.\n2. words.",
    "1. words:\n1) x;\n2) y.\n2. words:\n1) x;\n2) y.",
    "1. words:\na) x;\nb) y.\n2. words:\na) x;\nb) y.",
    "12-1.1. words:\n1) x;\n2) y.\n12-1.2. words.",
    "12-1.1. words:\n12-1.1.1. x;\n12-1.1.2. y.",
]


def operations_of(markup, scheme):
    base = scheme.parse(markup.text).tree
    found = place(markup, base, base, scheme)
    assert found.left == []
    return base, [operation for change in found.changes for operation in change.operations]


@pytest.mark.parametrize(("scheme", "kind", "text"), LAWS)
@pytest.mark.parametrize("body", BODIES)
def test_a_new_article_is_one_insertion_with_its_children(scheme, kind, text, body):
    typed = f"{kind} 12-1. Council\n{body}\n"
    at = text.index(f"{kind} 13")
    markup = Markup(text, (TrackedEdit(at, at, typed, "Author A", ""),))
    base, (operation,) = operations_of(markup, scheme)
    assert (operation.op, operation.target) == (Op.INSERT_ELEMENT, "12-1")
    assert from_json(to_json(operation)) == operation
    after = execute(base, [operation], scheme)
    assert scheme.render(after).split() == f"{text[:at]}{typed}{text[at:]}".split()
    labels = printed_labels([operation], after, scheme)
    lines = body.split("\n")[-len(operation.children) :]
    assert [labels[each.number] for each in operation.children] == [line.split()[0] for line in lines]


@pytest.mark.parametrize(("scheme", "kind", "text"), LAWS)
@pytest.mark.parametrize("typed", ["1) x;\n2) y.", "a) x;\nb) y.", "(a) x;\n(b) y.", "(1) x;\n(2) y."])
def test_first_points_below_words_keep_the_labels_that_were_typed(scheme, kind, text, typed):
    markup = Markup(text, (TrackedEdit(len(text), len(text), f"{typed}\n", "Author A", ""),))
    base, (operation,) = operations_of(markup, scheme)
    assert from_json(to_json(operation)) == operation
    after = execute(base, [operation], scheme)
    assert scheme.render(after) == f"{text}{typed}\n"
    assert [*printed_labels([operation], after, scheme).values()] == [
        line.split()[0] for line in typed.split("\n")
    ]


def inserted(text, number=None, level=0):
    """A paragraph that an author inserts."""
    list_ = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    mark = 'w:id="1" w:author="Author A" w:date="2026-11-02T10:00:00Z"'
    end = f"<w:rPr><w:ins {mark}/></w:rPr>"
    return f"<w:p><w:pPr>{list_}{end}</w:pPr><w:ins {mark}>{word.run(text)}</w:ins></w:p>"


RESTARTED = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERING = (
    word.abstract(0, word.level(0, "decimal", "%1)"))
    + word.abstract(1, word.level(0, "decimal", "%1."), word.level(1, "decimal", "%2)"))
    + word.use(1, 0)
    + word.use(2, 0, RESTARTED)
    + word.use(3, 1)
)
LISTS = [
    [inserted("words:"), inserted("x;", 2), inserted("y.", 2)],
    [
        *(inserted("words:", 3), inserted("x;", 3, 1), inserted("y.", 3, 1)),
        *(inserted("words:", 3), inserted("x;", 3, 1), inserted("y.", 3, 1)),
    ],
]


@pytest.mark.parametrize("added", LISTS)
@pytest.mark.parametrize(("scheme", "kind"), [law[:2] for law in LAWS])
def test_a_numbered_list_of_word_comes_with_its_new_article(scheme, kind, added):
    body = [
        *(word.paragraph(f"{kind} 11. Scope"), word.paragraph("It applies to:")),
        *(word.paragraph("boats;", 1), word.paragraph("rafts.", 1)),
        *(inserted(f"{kind} 11-1. Council"), *added),
        *(word.paragraph(f"{kind} 12. End"), word.paragraph("It ends.")),
    ]
    imported = load_act("act.docx", word.word_file("".join(body), numbering=NUMBERING))
    base, (operation,) = operations_of(imported.markup, scheme)
    assert operation.target == "11-1"
    assert scheme.render(execute(base, [operation], scheme)).split() == imported.text.split()


def test_a_new_first_one_of_a_numbered_list_is_listed():
    """Word counts the others anew, and numbers of provisions never shift."""
    body = [
        *(word.paragraph("Article 11. Scope"), word.paragraph("It applies to:")),
        *(inserted("ships;", 1), word.paragraph("boats;", 1), word.paragraph("rafts.", 1)),
    ]
    markup = load_act("act.docx", word.word_file("".join(body), numbering=NUMBERING)).markup
    base = ENGLISH.parse(markup.text).tree
    found = place(markup, base, base, ENGLISH)
    assert found.changes == []
    assert ["has a provision 1 in this place already" in str(each.why) for each in found.left] == [True]
