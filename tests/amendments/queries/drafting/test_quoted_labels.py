"""The amending act quotes a new provision with the label that the working text prints, in every language, and with all its words."""

import pytest

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.errors import RefusedInstruction
from amendments.instructions.amending_act import ActPart, law_lines
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.models import Instruction, VersionInstruction
from amendments.plugins.registry import scheme_for
from amendments.queries.drafting.amending_acts import act_in_work, act_of_draft
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.folds import foreseen
from amendments.queries.drafting.plans import write_operation
from amendments.queries.drafting.working_text import working_text
from amendments.queries.showing.official_words import official_words, worded
from tests.factories import law

pytestmark = pytest.mark.whole

TEXT = """AZƏRBAYCAN RESPUBLİKASININ QANUNU
Bərələr haqqında
Maddə 1. Gediş haqqı
1.1. Gediş haqqı 10 manatdır.
Maddə 2. Vaxt
2.1. Bərələr günorta yola düşür.
"""


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_label_is_that_of_the_act(world, language):
    particulars = Particulars("Bərələr haqqında", "7-VQ", "az", country="az")
    parsed = law.parse(TEXT, "az", "az")
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "insert_element", "1-1", heading="İtlər", new="İtlər də ödəyir.")
    lines = list(law_lines(act_in_work(amendment, language)))
    quoted = [line.words for line in lines if line.part is ActPart.QUOTED]
    assert quoted[0].lstrip("“«") == "Maddə 1-1. İtlər"


RUSSIAN = """ЗАКОН
О паромах
Статья 1. Плата
(1) Плата составляет 10 монет.
(2) Дети не платят.
Статья 2. Правила
Пассажир обязан:
1) платить;
2) сидеть;
3) молчать.
"""


def quoted_in(world, text, language, country, target, **given):
    """What the amending act quotes in each language, beside the lines of the working text with these words."""
    particulars = Particulars("О паромах", "7-VQ", language, country=country)
    parsed = law.parse(text, language, country)
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "insert_element", target, **given)
    draft = working_text(amendment).sheets[0].draft
    lines = scheme_for(country, language).render(draft.tree).split("\n")
    old = scheme_for(country, language).render(draft.base).split("\n")
    said = []
    for spoken in ("az", "en", "ru"):
        paragraphs = [
            line.words
            for line in law_lines(act_in_work(amendment, spoken))
            if line.part in (ActPart.INSTRUCTION, ActPart.QUOTED)
        ]
        words = "\n".join(paragraphs)
        opening = next(place for place, sign in enumerate(words) if sign in "“«")
        said.append(words[opening + 1 :].rstrip(".").rstrip("”»").split("\n"))
    new = [line for line in lines if line and line not in old]
    (act,) = amendment.amended_acts.all()
    shown = official_words(act.instrument, draft.steps[0].operation, draft.tree)
    return new, said, shown


@pytest.mark.parametrize(
    ("text", "language", "country", "target", "words", "printed"),
    [
        (RUSSIAN, "ru", "", "2(4)", "не кормить птиц.", ["4) не кормить птиц."]),
        (RUSSIAN, "ru", "", "2(4)", "4) не кормить птиц.", ["4) не кормить птиц."]),
        (RUSSIAN, "ru", "", "2(4)", "4. не кормить птиц.", ["4) не кормить птиц."]),
        (RUSSIAN, "ru", "", "2(4)", "(4) не кормить птиц.", ["4) не кормить птиц."]),
        (RUSSIAN, "ru", "", "1(3)", "Собаки платят.", ["(3) Собаки платят."]),
        (RUSSIAN, "ru", "", "1(3)", "3. Собаки платят.", ["(3) Собаки платят."]),
        (TEXT, "az", "az", "1.2", "Uşaqlar ödəmir.", ["1.2. Uşaqlar ödəmir."]),
    ],
)
def test_a_part_is_quoted_as_its_neighbours_are_printed(
    world, text, language, country, target, words, printed
):
    new, said, shown = quoted_in(world, text, language, country, target, new=words)
    assert new == printed
    assert said == [printed] * 3
    assert printed[0] in shown


CHAPTERS = """AZƏRBAYCAN RESPUBLİKASININ QANUNU
Bərələr haqqında
I fəsil
Ümumi müddəalar
Maddə 1. Gediş haqqı
1.1. Gediş haqqı 10 manatdır.
"""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (CHAPTERS, ["II fəsil", "Cərimələr"]),
        (CHAPTERS.replace("I fəsil\nÜ", "Fəsil 1. Ü"), ["Fəsil 2. Cərimələr"]),
    ],
)
def test_a_chapter_is_quoted_as_its_neighbours_are_printed(world, text, printed):
    new, said, shown = quoted_in(world, text, "az", "az", "chapter 2", heading="Cərimələr")
    assert new == printed
    assert said == [printed] * 3
    assert "\n".join(printed) in shown


@pytest.mark.parametrize(("heading", "printed"), [("", "Maddə 2. Vaxt"), ("Saat", "Maddə 2. Saat")])
def test_a_restated_article_is_quoted_with_the_heading_that_stands(world, heading, printed):
    particulars = Particulars("Bərələr haqqında", "7-VQ", "az", country="az")
    parsed = law.parse(TEXT, "az", "az")
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "restate", "2", heading=heading, new="Bərələr səhər yola düşür.")
    for language in ("az", "en", "ru"):
        lines = [line.words for line in law_lines(act_in_work(amendment, language))]
        assert printed in [line.lstrip("“«") for line in lines]


@pytest.mark.parametrize(
    "words",
    [
        "Satıcı:\n1) gəlir;\n2) gedir",
        "Satıcı:\n(1) gəlir;\n(2) gedir",
        "Satıcı:\n1. gəlir;\n2. gedir",
        "Satıcı:\na) gəlir;\nb) gedir",
        "Satıcı:\n1) gəlir:\na) tək;\nb) başqası ilə;\n2) gedir",
    ],
)
@pytest.mark.parametrize(("text", "language", "country"), [(TEXT, "az", "az"), (RUSSIAN, "ru", "")])
def test_a_new_article_is_quoted_with_all_of_its_parts_as_they_are_printed(
    world, text, language, country, words
):
    new, said, shown = quoted_in(world, text, language, country, "1-1", heading="Yeni", new=words)
    assert said == [new] * 3
    assert new[1:] == words.split("\n")
    assert all(line in shown for line in new)


@pytest.mark.parametrize("labels", [("1)", "2)"), ("(1)", "(2)"), ("1.", "2."), ("(a)", "(b)"), ("a)", "b)")])
def test_first_points_are_quoted_with_the_labels_that_were_typed(world, labels):
    one, two = (f"1.1({label.strip('().')})" for label in labels)
    below = [{"number": two, "text": "iki.", "label": labels[1]}]
    given = {"new": "bir;", "label": labels[0], "children": below}
    new, said, shown = quoted_in(world, TEXT, "az", "az", one, **given)
    assert new == [f"{labels[0]} bir;", f"{labels[1]} iki."]
    assert [[line.lstrip("“«") for line in lines[-2:]] for lines in said] == [new] * 3
    assert all(line in shown for line in new)


def test_what_has_no_official_wording_is_printed_with_all_of_its_words_in_the_language_of_the_act(world):
    """Instructions of this kind are refused today; those that were saved before are still read."""
    below = [{"number": "1-1", "heading": "Новая", "text": "Другие слова."}]
    particulars = Particulars("О паромах", "7-VQ", "ru")
    parsed = law.parse(RUSSIAN, "ru", "")
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    row = law.add(amendment, world.drafter, "insert_element", "1(3)", new="Слова.")
    Instruction.objects.filter(pk=row.pk).update(operation={**row.operation, "children": below})
    lines = [line.words for line in law_lines(act_in_work(amendment, "ru"))]
    assert "Дополнить положением 1(3): Слова." in lines
    assert "1-1 Новая Другие слова." in lines
    refusal = working_text(amendment).refusal
    assert str(refusal).startswith(f"{row.key}: ")
    assert "Write one instruction for each kind and place." in str(refusal)
    law.record_pass(amendment, world.drafter)
    with pytest.raises(RefusedInstruction, match=row.key):
        SealDraft(amendment, actor=Actor.now(world.drafter)).execute()


@pytest.mark.parametrize("label", ["Əlavə 1", "1 nömrəli əlavə"])
def test_a_new_annex_is_quoted_with_the_label_of_those_that_stand(world, label):
    text = f"{TEXT}{label}\nTarif\n1. Minik 10 manatdır.\n"
    new, said, _shown = quoted_in(
        world, text, "az", "az", "annex 2", heading="Nişanlar", new="1. Nişan ağdır."
    )
    assert new == [label.replace("1", "2"), "Nişanlar", "1. Nişan ağdır."]
    assert said == [new] * 3


def test_a_point_right_in_an_article_is_called_a_point_wherever_it_is_said(world):
    particulars = Particulars("О паромах", "7-VQ", "ru")
    base = ImportAct(
        world.section, law.parse(RUSSIAN, "ru", ""), particulars, actor=Actor.now(world.drafter)
    ).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "repeal", "2(2)")
    sheet = working_text(amendment).sheets[0]
    said = "Пункт 2 статьи 2 признать утратившим силу."
    assert said in [line.words for line in law_lines(act_in_work(amendment, "ru"))]
    assert official_words(sheet.act.instrument, sheet.draft.steps[0].operation, sheet.draft.tree) == said
    draft = law.seal(amendment, world.drafter)
    (row,) = VersionInstruction.objects.filter(version__draft=draft)
    assert worded(row) == said


def test_the_second_of_two_redesignated_points_is_a_point_wherever_it_is_said(world):
    particulars = Particulars("О паромах", "7-VQ", "ru")
    parsed = law.parse(RUSSIAN, "ru", "")
    base = ImportAct(world.section, parsed, particulars, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter)
    given = [("2(1)", "9", "Пункт 1 статьи 2 считать пунктом 9 статьи 2."), ("2(3)", "1", "Пункт 3 статьи 2 считать пунктом 1 статьи 2.")]  # fmt: skip
    for target, number, said in given:
        act = amendment.amended_acts.get()
        row = Instruction(amended_act=act, key="new", order=100, op="renumber_and_add")
        typed = Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(number),))
        write_operation(working_draft(act), row, typed)
        seen = foreseen(working_draft(act), row)
        assert [official_words(act.instrument, each.operation, seen.tree) for each in seen.said] == [said]
        AddInstruction(act, typed, actor=Actor.now(world.drafter)).execute()
    said = [each for *_typed, each in given]
    sheet = working_text(amendment).sheets[0]
    assert [
        official_words(sheet.act.instrument, step.said, sheet.draft.tree) for step in sheet.draft.steps
    ] == said
    draft = law.seal(amendment, world.drafter)
    for act in (act_in_work(amendment, "ru"), act_of_draft(draft, list(draft.versions.all()), "ru")):
        assert [line.words for line in law_lines(act) if "считать" in line.words] == said
    rows = VersionInstruction.objects.filter(version__draft=draft).order_by("order")
    assert [worded(row) for row in rows] == said


ROMAN = """ACT
Article 1. Sale
1. Honey is sold as follows:
(i) raw;
(ii) strained.
Article 2. Jars
1. Jars are clean.
"""


def test_the_list_of_a_new_part_is_quoted_as_typed_once_its_article_has_another_number(world):
    base = law.make_act(world.section, world.drafter, text=ROMAN, number="9-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Ninth")
    below = [
        {"number": f"1(2)({n})", "text": text, "label": f"({n})"}
        for n, text in [("i", "small;"), ("ii", "great.")]
    ]
    law.add(amendment, world.drafter, "insert_element", "1(2)", new="Jars are:", children=below)

    def said():
        sheet = working_text(amendment).sheets[0]
        own = official_words(sheet.act.instrument, sheet.draft.steps[0].said, sheet.draft.tree)
        return own, [line.words for line in law_lines(act_in_work(amendment, "en"))][:6]

    before = said()
    assert "(i) small;" in before[0]
    assert "(i) small;" in before[1]
    law.add(
        amendment,
        world.drafter,
        "renumber_and_add",
        "1",
        children=[{"number": "8", "heading": "", "text": ""}],
    )
    assert said()[0] == before[0]
    assert "(i) small;" in said()[1]
    draft = law.seal(amendment, world.drafter)
    sealed = [line.words for line in law_lines(act_of_draft(draft, list(draft.versions.all()), "en"))]
    assert "(i) small;" in sealed
