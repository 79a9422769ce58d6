"""A new provision that is said to stand after one that lies elsewhere."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
ARTICLES = "Article 1. One\n1. Word.\n2. More.\n\nArticle 2. Two\n1. Word.\n2. More.\n\nAnnex 1. Rates\n1. One.\n2. Two.\n"
IN_RUSSIAN = "Статья 1. Один\n1. Слово.\n\nСтатья 2. Два\n1. Слово.\n2. Ещё.\n"
IN_AZERI = "Maddə 1. Bir\n1.1. Söz.\n\nMaddə 2. İki\n2.1. Söz.\n"
CHAPTERS = "Chapter 1. One\n1. Word.\nChapter 2. Two\n2. Word.\n"
CROSSED = "Article 4. A\n4.1. Word.\n5.2. Odd.\n\nArticle 5. B\n5.1. One.\n5.4. Two.\n"


def said(text, scheme, target, after, new, children=""):
    tree = scheme.parse(text).tree
    data = {"op": "insert_element", "target": target, "after": after, "new": new, "children": children}
    form = InstructionForm(data, words=words_of(scheme))
    assert form.is_valid(), form.errors
    operation = completed(tree, form.operation(), scheme)
    return scheme.render(execute(tree, [operation], scheme))


@pytest.mark.parametrize(
    ("text", "scheme", "target", "after", "new", "children"),
    [
        (ARTICLES, ENGLISH, "2(3)", "1(1)", "Words:\n(a) wax;\n(b) oil.", ""),
        (ARTICLES, ENGLISH, "2(3)", "1(1)", "Words:", "(a) wax;\n(b) oil."),
        (ARTICLES, ENGLISH, "2(3)", "1(1)", "Words.", ""),
        (ARTICLES, ENGLISH, "1(3)", "2(1)", "Words:\n(a) wax;\n(b) oil.", ""),
        (ARTICLES, ENGLISH, "annex 1 point 3", "1(1)", "Words:\n(a) wax;\n(b) oil.", ""),
        (IN_RUSSIAN, RUSSIAN, "2(3)", "1", "Слова:", "1) воск;\n2) мёд."),
        (IN_AZERI, AZERI, "2.4", "1", "Söz:", "1) mum;\n2) yağ."),
        (CHAPTERS, ENGLISH, "2(1)", "chapter 1", "Words:\n(a) wax;\n(b) oil.", ""),
    ],
)
def test_a_place_in_another_provision_is_refused_with_its_reason(text, scheme, target, after, new, children):
    with pytest.raises(Refused, match=r"cannot stand after .*, which does not lie in") as refusal:
        said(text, scheme, target, after, new, children)
    assert refusal.value.code == "missing_after"


@pytest.mark.parametrize(
    ("text", "target", "after", "stands"),
    [
        (CROSSED, "5.3", "5.2", "5.2. Odd.\n5.3. Words:\n(a) wax;\n(b) oil.\n"),
        (ARTICLES, "2(3)", "2", "2. More.\n3. Words:\n(a) wax;\n(b) oil.\n"),
        (ARTICLES, "2-1", "1", "2. More.\n\nArticle 2-1. Words:\n(a) wax;"),
    ],
)
def test_what_goes_on_from_others_stands_after_them(text, target, after, stands):
    assert stands in said(text, ENGLISH, target, after, "Words:\n(a) wax;\n(b) oil.")
