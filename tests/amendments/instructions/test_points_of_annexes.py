"""What an annex counts is named in it, in the list and in every language: its numbers are also those of the law."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.printed_labels import printed_labels
from amendments.instructions.wording import Mood, quoting_with
from amendments.plugins.registry import scheme_for, wording_for
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

SCHEME = SCHEMES[0]
LAW = "Maddə 1. Əhatə\n1.1. Tətbiq edilir.\n1.2. Qalır.\n\n"
DECIMAL = "1. Ümumi\n1.1. Qayıq.\n1.2. Sal.\n2. Digər\n2.1. Gəmi.\n"
CHAPTERS = "BİRİNCİ FƏSİL\nÜmumi\n1. Qayıq.\n2. Sal.\n\nİKİNCİ FƏSİL\nDigər\n3. Gəmi.\n3.1. Bir.\n3.2. İki.\n"
LISTED = "1. Qayıqda var:\n1) halqa;\n2) ip;\n3) qutu.\n2. Təlim\n2.1. Qayıq.\n2.2. Sal.\n"
LANGUAGES = [("az", "az"), ("", "ru"), ("", "en")]
ANNEXES = [("annex", "Əlavə"), ("annex 2", "Əlavə 1\nSiyahı\n1. Xan.\n\nƏlavə 2")]


def parsed(printed, body):
    return SCHEME.parse(f"{LAW}{printed}\nQayda\n\n{body}").tree


def said_by(tree):
    return [(each.kind, each.number, each.eid, each.text) for each in tree]


@pytest.mark.parametrize(("annex", "printed"), ANNEXES)
@pytest.mark.parametrize("body", [DECIMAL, CHAPTERS])
def test_every_point_is_named_in_its_annex(annex, printed, body):
    tree = parsed(printed, body)
    items = [each for each in tree.family(find(tree, annex))[1:] if each.kind is not Kind.CHAPTER]
    assert [cite(tree, each) for each in items] == [f"{annex} point {each.number}" for each in items]
    for each in items:
        typed = Operation(Op.REPLACE_WORDS, each.eid, old=each.text, new="Yol.")
        typed = completed(tree, typed, SCHEME)
        assert [find(tree, f"{annex} point {each.number}"), find(tree, cite(tree, each))] == [each, each]
        named = completed(tree, Operation(Op.REPEAL, f"{annex}({each.number})"), SCHEME)
        for country, language in LANGUAGES:
            wording = wording_for(country, language)
            for mood in Mood:
                (read,) = wording.parse(wording.word(named, mood))
                assert find(tree, read.target) is each


@pytest.mark.parametrize("typed", ["2", "2.1"])
def test_a_number_that_only_the_annex_has_is_named_in_it(typed):
    tree = parsed("Əlavə", DECIMAL)
    operation = completed(tree, Operation(Op.REPEAL, typed), SCHEME)
    said = [wording_for(*each).word(operation, Mood.IMPERATIVE) for each in LANGUAGES]
    assert operation.target == f"annex point {typed}"
    assert said[0].startswith("əlavənin ")
    assert "приложения" in said[1]
    assert said[2] == f"Point {typed} of the annex shall be repealed."


@pytest.mark.parametrize(("annex", "printed"), ANNEXES)
@pytest.mark.parametrize(("country", "language"), LANGUAGES)
@pytest.mark.parametrize(
    ("body", "number", "parent"),
    [
        *((DECIMAL, "1.3", "1"), (DECIMAL, "2.2", "2"), (DECIMAL, "3", ""), (DECIMAL, "1-1", "")),
        *((CHAPTERS, "3.3", "3"), (CHAPTERS, "4", "İKİNCİ"), (CHAPTERS, "1-1", "BİRİNCİ")),
        *((LISTED, "2.3", "2"), (LISTED, "2.1-1", "2"), (LISTED, "3", ""), (LISTED, "1.1", "1")),
    ],
)
def test_a_new_point_reads_back_to_its_place(annex, printed, country, language, body, number, parent):
    tree = parsed(printed, body)
    new = completed(tree, Operation(Op.INSERT_ELEMENT, f"{annex} point {number}", new="Yeni."), SCHEME)
    after = execute(tree, [new], SCHEME)
    [element] = [each for each in after if each.key not in tree.by_key]
    above = after.by_key[element.parent]
    assert above.number == (parent or find(tree, annex).number)
    assert said_by(SCHEME.parse(SCHEME.render(after)).tree) == said_by(after)
    wording = quoting_with(wording_for(country, language), printed_labels([new], after, SCHEME))
    read = wording.parse(wording.word(new, Mood.IMPERATIVE))
    assert said_by(execute(tree, read, SCHEME)) == said_by(after)


def test_a_new_decimal_point_stands_beside_the_decimals_of_its_chapter():
    tree = parsed(
        "Əlavə", "BİRİNCİ FƏSİL\nÜmumi\n1. Qayıq.\n\nİKİNCİ FƏSİL\nDigər\n1. Gəmi:\n1.1. Bir.\n1.2. İki.\n"
    )
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, "annex(1.3)", new="Üç.")], SCHEME)
    assert [each.text for each in after][-4:] == ["Gəmi:", "Bir.", "İki.", "Üç."]


def test_articles_of_the_only_annex_are_its_articles():
    tree = parsed("Əlavə", "Maddə 5. Qu\n5.1. Mu.\n5.2. Nu.\n")
    for number in ("5", "5.1"):
        operation = completed(tree, Operation(Op.REPEAL, number), SCHEME)
        assert operation.target == f"annex article {number}"
        for each in LANGUAGES:
            wording = wording_for(*each)
            (read,) = wording.parse(wording.word(operation, Mood.IMPERATIVE))
            assert find(tree, read.target) is find(tree, number)


@pytest.mark.parametrize("name", ["chapter 2 article 1", "chapter İKİNCİ(1)"])
def test_points_that_each_chapter_of_an_annex_counts_anew_are_found(name):
    tree = parsed("Əlavə", "BİRİNCİ FƏSİL\nÜmumi\n1. Qayıq.\n\nİKİNCİ FƏSİL\nDigər\n1. Gəmi.\n")
    assert find(tree, name).text == "Gəmi."


SUB_POINTS = (
    "1. Учёт.\n2. В журнале указывают:\n1) дату;\n2) вид;\n3) имя;\n4) адрес.\n3. Журнал прошивается.\n"
)
RUSSIAN = scheme_for("", "ru")
FREED = Operation(Op.RENUMBER_AND_ADD, "annex point 3", children=(NewElement("annex point 6"),))


def with_sub_points(title="Приложение"):
    return RUSSIAN.parse(f"Статья 1. О чём\nСлова.\n\n{title}\nПорядок\n\n{SUB_POINTS}").tree


@pytest.mark.parametrize(("title", "annex"), [("Приложение", "annex"), ("Приложение № 2", "annex 2")])
@pytest.mark.parametrize("typed", ["{}(4)", "{} point 4"])
def test_a_point_of_an_annex_may_have_a_number_that_only_a_sub_point_prints(title, annex, typed):
    tree = with_sub_points(title)
    new = completed(tree, Operation(Op.INSERT_ELEMENT, typed.format(annex), new="Новый."), RUSSIAN)
    after = execute(tree, [new], RUSSIAN)
    [added] = [each for each in after if each.key not in tree.by_key]
    assert (added.number, added.kind) == ("4", find(tree, f"{annex}(1)").kind)
    assert after.by_key[added.parent].kind is Kind.ANNEX
    assert find(after, typed.format(annex)) is added


def test_the_number_that_a_point_of_an_annex_had_names_no_sub_point():
    tree = with_sub_points()
    after = execute(tree, [FREED], RUSSIAN)
    assert find(after, "annex(3)") is None
    assert find(after, "annex(6)").text == "Журнал прошивается."
    assert find(after, "annex(2)(3)").text == "имя;"
    for op in (Op.REPEAL, Op.RESTATE):
        with pytest.raises(Refused, match="There is no provision"):
            execute(after, [Operation(op, "annex(3)", new="Слова.")], RUSSIAN)
    new = completed(after, Operation(Op.INSERT_ELEMENT, "annex(3)", new="Новый."), RUSSIAN)
    texts = [each.text for each in execute(after, [new], RUSSIAN) if each.kind is find(tree, "annex(1)").kind]
    assert texts[-2:] == ["Новый.", "Журнал прошивается."]


@pytest.mark.parametrize("printed", ["Əlavə 2", "2 nömrəli əlavə"])
def test_the_points_of_an_annex_keep_their_numbers_where_it_gets_another_one(printed):
    tree = parsed(printed, DECIMAL)
    typed = Operation(Op.RENUMBER_AND_ADD, "annex 2", children=(NewElement("annex 5"),))
    after = execute(tree, [completed(tree, typed, SCHEME)], SCHEME)
    numbers = [each.number for each in after.family(find(after, "annex 5"))]
    assert numbers == ["5", "1", "1.1", "1.2", "2", "2.1"]
    assert find(after, "annex 5 point 2.1").text == "Gəmi."
