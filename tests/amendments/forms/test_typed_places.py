"""Names of provisions as people write them: with commas between the levels, and paragraphs by their word."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.execute import execute, words_of
from amendments.instructions.execution.tree_edits import find, locate
from amendments.instructions.instruction_errors import Refused
from amendments.models import Instruction
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

SCHEMES_BY = {"en": ENGLISH, "ru": RUSSIAN, "az": SCHEMES[0]}
ACTS = {
    "en": "Chapter II. Two\n\nArticle 3. Three\n1. One.\n2. Two:\n(a) alpha;\n(b) beta.\n\nArticle 4. Four\nOne.\nTwo.\n\n"
    "ANNEX I\nList\n\n1. First.\n2. Second.\n",
    "ru": "Статья 3. Три\nОдин.\nДва.\n\nСтатья 4. Четыре\n1. Раз:\n1) один;\n2) два.\n2. Два.\n\nПриложение № 1\nСписок\n\n"
    "1. Первый.\n2. Второй.\n",
    "ru chapters": "Глава I. Один\n\n1. Раз.\n2. Два.\n\nГлава II. Два\n\n3. Три.\n4. Четыре.\n",
    "az": "Maddə 3. Üç\nBir.\nİki.\n\nMaddə 4. Dörd\n1. Bir.\n2. İki.\n\nMaddə 5. Beş\n5.1. Bir.\n\n"
    "1 nömrəli əlavə\n\nSiyahı\n\n1. Birinci.\n2. İkinci.\n",
    "az chapters": "I FƏSİL\n\nBir\n\n1. Bir.\n2. İki.\n\nII FƏSİL\n\nİki\n\n3. Üç.\n4. Dörd.\n",
}


def form_of(act, target, **given):
    scheme = SCHEMES_BY[act[:2]]
    data = {"op": "replace_words", "target": target, "old": "a", "new": "b", **given}
    return InstructionForm(data, words=words_of(scheme)), scheme.parse(ACTS[act]).tree


@pytest.mark.parametrize(
    ("act", "target", "text"),
    [
        ("en", "Annex I, point 2", "Second."),
        ("en", "Article 3, paragraph 1", "One."),
        ("en", "Article 3, paragraph 2, point (a)", "alpha;"),
        ("en", "Art. 3, para. 1", "One."),
        ("en", "Chapter II, Article 3, paragraph 1", "One."),
        ("ru", "приложение 1, пункт 2", "Второй."),
        ("ru", "статья 4, часть 1, пункт 2", "два."),
        ("ru", "п. 2, ч. 1, ст. 4", "два."),
        ("ru", "ст. 4, п. 2 ч. 1", "два."),
        ("ru chapters", "глава II, пункт 4", "Четыре."),
        ("az", "1 nömrəli əlavə, 2-ci bənd", "İkinci."),
        ("az", "4-cü maddə, 1-ci hissə", "Bir."),
        ("az", "maddə 4, hissə 2", "İki."),
        ("az", "5-ci maddə, 1-ci hissə", "Bir."),
        ("az chapters", "II fəsil, 4-cü bənd", "Dörd."),
    ],
)
def test_commas_part_the_levels_of_one_name(act, target, text):
    form, tree = form_of(act, target)
    assert form.is_valid(), form.errors
    assert find(tree, form.operation().target).text == text


@pytest.mark.parametrize(
    "target",
    [
        "3, 4",
        "Article 3, 4",
        "Article 3, Article 4",
        "Annex I, 2",
        "Article 3; paragraph 1",
        "3,",
        "point 1, point 2",
    ],
)
def test_several_names_are_none(target):
    form, _ = form_of("en", target)
    if target != "3,":
        assert "names no provision" in form.errors["target"][0]
    else:
        assert form.is_valid()


@pytest.mark.parametrize(
    ("act", "target", "given", "named", "level"),
    [
        ("ru", "абзац первый статьи 3", {}, "3", "paragraph:1"),
        ("ru", "второй абзац статьи 3", {}, "3", "paragraph:2"),
        ("ru", "статья 3, абзац 2", {}, "3", "paragraph:2"),
        ("ru", "абзац второй части 1 статьи 4", {}, "4(1)", "paragraph:2"),
        ("ru", "абзац первый статьи 3", {"level": "sentence 1"}, "3", "paragraph:1/sentence:1"),
        ("ru", "абзац первый статьи 3", {"level": "text"}, "3", "paragraph:1"),
        ("az", "3-cü maddənin birinci abzası", {}, "3", "paragraph:1"),
        ("az", "3-cü maddə, 2-ci abzas", {}, "3", "paragraph:2"),
    ],
)
def test_a_paragraph_is_the_part_of_what_holds_it(act, target, given, named, level):
    form, _ = form_of(act, target, **given)
    assert form.is_valid(), form.errors
    assert (form.operation().target, form.operation().level) == (named, level)


@pytest.mark.parametrize(
    ("act", "target", "given"),
    [
        ("ru", "абзац первый", {}),
        ("az", "birinci abzas", {}),
        ("ru", "абзац первый статьи 3", {"op": "repeal"}),
        ("ru", "абзац первый статьи 3", {"level": "paragraph 2"}),
    ],
)
def test_a_paragraph_that_cannot_be_the_part_is_refused_with_what_to_write(act, target, given):
    form, _ = form_of(act, target, **given)
    (said,) = form.errors["target"]
    assert said.startswith(f"“{target}” is a part of a provision.")
    assert "paragraph 1 in “Part of it”" in said


def test_a_paragraph_that_is_typed_over_a_stored_place_is_its_part():
    words = words_of(RUSSIAN)
    row = Instruction(operation={"op": "replace_words", "target": "4", "old": "a", "new": "b"})
    initial = InstructionForm.of(row, words).initial
    data = {**initial, "target": "абзац второй статьи 3"}
    form = InstructionForm.of(
        row, words, data={name: "" if value is None else value for name, value in data.items()}
    )
    assert form.is_valid(), form.errors
    assert (form.operation().target, form.operation().level) == ("3", "paragraph:2")


def test_what_the_name_says_is_carried_out():
    form, tree = form_of("ru", "абзац второй статьи 3", old="Два", new="Три")
    assert form.is_valid(), form.errors
    assert find(execute(tree, [form.operation()], RUSSIAN), "3").text == "Один.\nТри."


@pytest.mark.parametrize(
    ("act", "target", "said"),
    [
        ("en", "Article 3, paragraph 9", r"no provision 3\(9\)\. The numbers in 3 are 1, 2\."),
        ("ru chapters", "глава II, пункт 1", r"The numbers in chapter II are 3, 4\."),
        (
            "en",
            "Article 4, paragraph 2",
            r"paragraphs of 4 have no numbers.*name 4, and paragraph 2 as the part of it",
        ),
        ("en", "Article 4, paragraph 3", r"There is no provision 4\(3\)\.$"),
        ("en", "Article 9, paragraph 1", r"There is no provision 9\(1\)\.$"),
    ],
)
def test_a_place_that_the_act_does_not_have_is_refused_with_what_may_be_meant(act, target, said):
    form, tree = form_of(act, target)
    assert form.is_valid(), form.errors
    with pytest.raises(Refused, match=said):
        locate(tree, form.operation().target)
