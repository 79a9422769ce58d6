"""A new article 5.2 beside an article 5.1 of the act, and parts of that number where the act has no such articles."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import from_json, to_json
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood, quoting_with
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani

LANGUAGES = {"en": (ENGLISH, English()), "ru": (RUSSIAN, Russian()), "az": (SCHEMES[0], Azerbaijani())}
ACTS = {
    "en": "Article 5. Five\n1. One.\n2. Two.\n\nArticle 5.1. More\n1. One.\n\nArticle 6. Six\nOne.\n",
    "ru": "Статья 5. Пять\n1. Раз.\n2. Два.\n\nСтатья 5.1. Ещё\n1. Раз.\n\nСтатья 6. Шесть\n1. Раз.\n",
    "az": "Maddə 5. Beş\n1. Bir.\n2. İki.\n\nMaddə 5.1. Yenə\n1. Bir.\n\nMaddə 6. Altı\nSöz.\n",
}
ITEMS = {
    "en": "Article 3. Kinds\nThe kinds are:\n1) blue;\n2) white;\n3) red.\n\nArticle 4. Four\nWords.\n",
    "ru": "Статья 3. Виды\nВиды:\n1) синие;\n2) белые;\n3) красные.\n\nСтатья 4. Четыре\nСлова.\n",
    "az": "Maddə 3. Növlər\nNövlər:\n1) mavi;\n2) ağ;\n3) qırmızı.\n\nMaddə 4. Dörd\nSöz.\n",
}
PARTS = "Статья 5. Пять\n5.1. Раз.\n\nСтатья 8. Восемь\n1. Раз.\n\nСтатья 8.1. Ещё\n1. Раз.\n"


def typed(language, target, new="1. A.\n2. B.", heading="", act="", **given):
    scheme, wording = LANGUAGES[language]
    data = {"op": "insert_element", "target": target, "new": new, "heading": heading, **given}
    form = InstructionForm(data, words=words_of(scheme))
    assert form.is_valid(), form.errors
    tree = scheme.parse(act or ACTS[language]).tree
    operation = completed(tree, form.operation(), scheme, wording)
    return operation, execute(tree, [operation], scheme)


@pytest.mark.parametrize(
    ("language", "target", "new", "heading"),
    [
        ("ru", "статья 5.2", "1. A.\n2. B.", "New"),
        ("ru", "статья 5.2", "Статья 5.2. New\n1. A.\n2. B.", ""),
        ("ru", "5.2", "Статья 5.2. New\n1. A.\n2. B.", ""),
        ("ru", "5.2", "1. A.\n2. B.", "New"),
        ("az", "maddə 5.2", "1. A.\n2. B.", "New"),
        ("az", "5.2-ci maddə", "Maddə 5.2. New\n1. A.\n2. B.", ""),
        ("az", "5.2", "Maddə 5.2. New\n1. A.\n2. B.", ""),
        ("en", "Article 5.2", "1. A.\n2. B.", "New"),
        ("en", "5.2", "Article 5.2. New\n1. A.\n2. B.", ""),
    ],
)
@pytest.mark.parametrize("given", [{}, {"after": "5.1"}, {"op": "append_element"}])
def test_the_word_for_an_article_makes_one_beside_such_articles(language, target, new, heading, given):
    scheme, wording = LANGUAGES[language]
    operation, after = typed(language, target, new, heading, **given)
    (article,) = after.numbered("5.2")
    assert (article.kind, article.heading, article.parent) == (Kind.ARTICLE, "New", "")
    assert [each.number for each in after.of_kind(Kind.ARTICLE)] == ["5", "5.1", "5.2", "6"]
    assert [each.text for each in after.children(article.key)] == ["A.", "B."]
    assert scheme.render(scheme.parse(scheme.render(after)).tree) == scheme.render(after)
    assert from_json(to_json(operation)) == operation
    said = quoting_with(wording, printed_labels([operation], after, scheme)).word(operation, Mood.IMPERATIVE)
    assert "article" not in said
    (read,) = wording.parse(said)
    assert (read.target, read.heading) == ("article 5.2", "New")


def test_an_article_without_a_heading_holds_its_parts_too():
    _, after = typed("ru", "статья 5.2")
    (article,) = after.numbered("5.2")
    assert [each.text for each in after.children(article.key)] == ["A.", "B."]


@pytest.mark.parametrize("given", [{"children": "5.3. |Next| C."}, {"new": "1. A.\nСтатья 5.3. Next\nC."}])
def test_further_articles_stand_beside_it(given):
    operation, after = typed("ru", "статья 5.2", **{"new": "1. A.", "heading": "New", **given})
    assert [each.number for each in after.of_kind(Kind.ARTICLE)] == ["5", "5.1", "5.2", "5.3", "6"]
    assert "article 5.3" in [each.number for each in operation.children]


@pytest.mark.parametrize("language", ["en", "ru", "az"])
def test_a_number_alone_that_may_be_both_is_refused_with_both_names(language):
    with pytest.raises(Refused, match=r"Article 5\.2 for the article, or 5\(5\.2\) for the part") as refused:
        typed(language, "5.2", "Words.")
    assert refused.value.code == "ambiguous_target"


@pytest.mark.parametrize("language", ["en", "ru", "az"])
@pytest.mark.parametrize(
    ("target", "part"), [("3.4", r"3\(4\)"), ("3.3-1", r"3\(3-1\)"), ("3.2", r"3\(3\.2\)")]
)
def test_a_number_with_dots_beside_items_without_them_is_refused_with_both_names(language, target, part):
    with pytest.raises(Refused, match=f"Article {target} for the article, or {part} for the part") as refused:
        typed(language, target, "Words;", act=ITEMS[language])
    assert refused.value.code == "ambiguous_target"


@pytest.mark.parametrize(
    ("target", "heading", "kind", "number"),
    [
        ("3(4)", "", Kind.POINT, "4"),
        ("3(3.4)", "", Kind.POINT, "3.4"),
        ("статья 3.4", "", Kind.ARTICLE, "3.4"),
        ("3.4", "New", Kind.ARTICLE, "3.4"),
        ("4.1", "", Kind.PART, "4.1"),
    ],
)
def test_an_item_and_an_article_can_be_named_where_both_may_be_meant(target, heading, kind, number):
    _, after = typed("ru", target, "Words;", heading, act=ITEMS["ru"])
    assert after.numbered(number)[0].kind is kind


@pytest.mark.parametrize("target", ["5(5.2)", "часть 5.2 статьи 5", "часть 5.2"])
def test_a_part_can_be_named_where_both_may_be_meant(target):
    _, after = typed("ru", target, "Words.")
    (part,) = after.numbered("5.2")
    assert (part.kind, after.by_key[part.parent].number) == (Kind.PART, "5")


@pytest.mark.parametrize("target", ["5.2", "статья 5.2"])
def test_parts_stay_parts_whatever_articles_stand_elsewhere(target):
    operation, after = typed("ru", target, "Words.", act=PARTS)
    (part,) = after.numbered("5.2")
    assert (operation.target, part.kind) == ("5.2", Kind.PART)


def test_the_parts_of_a_new_article_are_none_beside_dotted_articles_elsewhere():
    operation, after = typed("ru", "4", "4.1. A.\n4.2. B.", "New", act=PARTS)
    assert [each.number for each in operation.children] == ["4.1", "4.2"]
    assert {each.kind for number in ("4.1", "4.2") for each in after.numbered(number)} == {Kind.PART}


def test_a_stored_part_beside_such_articles_is_the_part_that_it_was():
    tree = RUSSIAN.parse(ACTS["ru"]).tree
    stored = from_json({"op": "insert_element", "target": "5.2", "new": "Words.", "creates": {"5.2": "key"}})
    assert execute(tree, [stored], RUSSIAN).by_key["key"].kind is Kind.PART
    assert completed(tree, stored, RUSSIAN, Russian()) == stored


def test_a_stored_article_is_typed_over_field_by_field():
    operation, _ = typed("ru", "статья 5.2", heading="New")
    stored = from_json({**to_json(operation), "creates": {"article 5.2": "key"}})
    tree = RUSSIAN.parse(ACTS["ru"]).tree
    assert completed(tree, stored, RUSSIAN, Russian()) == stored


def test_an_article_that_was_written_into_the_text_is_said_by_an_instruction():
    before = RUSSIAN.parse(ACTS["ru"]).tree
    after = RUSSIAN.parse(ACTS["ru"].replace("Статья 6.", "Статья 5.2. New\n1. A.\n\nСтатья 6.")).tree
    (operation,) = derive(before, after)
    assert operation.target == "article 5.2"
    assert RUSSIAN.render(execute(before, [operation], RUSSIAN)) == RUSSIAN.render(after)
