"""Articles numbered 5.1 and 5.2 between article 5 and article 6."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood, quoting_with
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
WITHOUT = "Статья 5. Пять\n1. Раз.\n2. Два.\n\nСтатья 6. Шесть\n1. Раз.\n"
WITH = "Статья 5. Пять\n1. Раз.\n2. Два.\n\nСтатья 5.1. Ещё\n1. Раз.\n\nСтатья 6. Шесть\n1. Раз.\n"
IN_CHAPTERS = f"Глава 1. А\n{WITHOUT}\nГлава 2. Б\n\nСтатья 7. Семь\nСлово.\n"
DECIMALS = "Статья 5. Пять\n5.1. Раз.\n5.2. Два.\n\nСтатья 6. Шесть\n6.1. Раз.\n"
IN_AZERI = "Maddə 5. Beş\nSöz.\n\nMaddə 6. Altı\n6.1. Söz.\n"
IN_ENGLISH = "Article 5. Five\n1. One.\n\nArticle 5.1. More\n1. One.\n"


def said(text, scheme, target, new="1. Новое.\n2. Ещё.", heading="Новая", op="insert_element", after=""):
    tree = scheme.parse(text).tree
    data = {"op": op, "target": target, "new": new, "heading": heading, "after": after}
    form = InstructionForm(data, words=words_of(scheme))
    assert form.is_valid(), form.errors
    operation = completed(tree, form.operation(), scheme)
    return operation, execute(tree, [operation], scheme)


@pytest.mark.parametrize(
    ("text", "scheme", "target", "given", "printed"),
    [
        (WITHOUT, RUSSIAN, "статья 5.1", {}, "2. Два.\n\nСтатья 5.1. Новая\n1. Новое.\n2. Ещё.\n\nСтатья 6."),
        (WITHOUT, RUSSIAN, "статья 5.1", {"after": "статья 5"}, "2. Два.\n\nСтатья 5.1. Новая\n1. Новое.\n"),
        (WITHOUT, RUSSIAN, "статья 5.1", {"op": "append_element"}, "2. Два.\n\nСтатья 5.1. Новая\n1. Новое.\n"),
        (IN_CHAPTERS, RUSSIAN, "статья 6.1", {}, "\n\nСтатья 6.1. Новая\n1. Новое.\n2. Ещё.\n\nГлава 2."),
        (WITH, RUSSIAN, "статья 5.2", {}, "Статья 5.2. Новая\n1. Новое.\n2. Ещё.\n\nСтатья 6."),
        (WITH, RUSSIAN, "статья 5.2", {"heading": "", "new": "Новое."}, "Статья 5.2. Новое.\n\nСтатья 6."),
        (WITH, RUSSIAN, "статья 5.2", {"after": "статья 5.1"}, "Статья 5.2. Новая\n1. Новое.\n2. Ещё.\n\nСтатья 6."),
        (WITH, RUSSIAN, "статья 5.1", {"op": "restate"}, "Статья 5.1. Новая\n1. Новое.\n2. Ещё.\n\nСтатья 6."),
        (IN_ENGLISH, ENGLISH, "Article 5.2", {"new": "Text.", "heading": "New"}, "Article 5.2. New\nText."),
    ],
)  # fmt: skip
def test_it_is_an_article_beside_the_others(text, scheme, target, given, printed):
    operation, after = said(text, scheme, target, **given)
    (element,) = after.numbered(operation.target)
    assert element.kind is Kind.ARTICLE
    assert printed in scheme.render(after)


def test_the_amending_act_adds_it_as_an_article_after_the_one_before():
    operation, after = said(WITHOUT, RUSSIAN, "статья 5.1", after="статья 5")
    wording = quoting_with(Russian(), printed_labels([operation], after, RUSSIAN))
    sentence = wording.word(operation, Mood.IMPERATIVE)
    assert sentence == "Добавить статью 5.1:\n«Статья 5.1. Новая\n1. Новое.\n2. Ещё.»."


@pytest.mark.parametrize(
    ("text", "scheme", "target", "new"),
    [
        (DECIMALS, RUSSIAN, "статья 5.3", "Новое."),
        (IN_AZERI, AZERI, "5.1", "Söz."),
        (WITHOUT, RUSSIAN, "5(3)", "Новое."),
    ],
)
def test_a_part_of_an_act_that_numbers_its_parts_so_has_no_heading(text, scheme, target, new):
    with pytest.raises(Refused, match="has no heading"):
        said(text, scheme, target, new)
    operation, after = said(text, scheme, target, new, "")
    assert after.by_eid[f"art_5__para_{operation.target[2]}"].kind is Kind.PART
