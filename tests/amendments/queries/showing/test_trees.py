"""A stored text prints its numbers as the act that was imported does."""

import re
from dataclasses import replace

import pytest
from django.utils import timezone

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.editions import Edition, Editions
from amendments.queries.law.provision_names import label_of, name_of
from amendments.queries.proof.hashes import broken_seals
from amendments.queries.showing.row_making import plain_rows
from amendments.queries.showing.runs import FootnoteMark
from amendments.queries.showing.trees import tree_of
from amendments.renderers.paper.documents import PaperAct, TitleBlock, paper_elements, unchanged
from amendments.renderers.paper.said_beside import act_sheets
from tests.factories import law

pytestmark = pytest.mark.whole

ACTS = {
    "en": "BOATS ACT\n\nArticle 1. Boats\n\n1. A boat pays:\na) in May;\nb) in June.\n2. A raft:\n(a) floats;\n(b) sinks.\n\n"
    "Art. 2 – Rafts\n\n1° one raft;\n1° bis one raft more;\n2° two rafts.\n\nArticle 3\n\n3.1. They pay.\n3.2) They wait.\n",
    "ru": "ЗАКОН О ЛОДКАХ\n\nСтатья 1. Лодки\n\n1. Лодка платит:\n(а) в мае;\n(б) в июне.\n\nСтатья 1¹. Плоты\n\n1) плот плывёт;\n2) плот стоит.\n",
    "az": "QAYIQLAR HAQQINDA\n\nMaddə 1. Qayıqlar\n\n1.1. Qayıq ödəyir:\n1.1.1. mayda;\n1.1.2. iyunda.\n\nMaddə 2. Sallar\n\n1. Sal:\na) üzür;\n(b) batır.\n",
}

BLOCK = TitleBlock("Boats Act", (), "", "")
WITH_MARKS_AND_NOTES = {
    "az": "QAYIQLAR HAQQINDA\n\nFƏSİL 2 [14]\nSALLAR\n\nMaddə 1 [2]. Qayıqlar\n\n1.1 [3]. Qayıq ödəyir.\n\nQEYD: Sal da ödəyir.\n\n"
    "Maddə 2. Sallar\n\n2.1. Sal üzür.\n\nQeyd. Sal batmır.\n\nMaddə 3. Avarlar\n\n3.1. Avar ağırdır.\n\nQEYD:\nO da üzür.\n",
    "ru": "ЗАКОН О ЛОДКАХ\n\nГЛАВА 3 [5]\nЛОДКИ\n\nСтатья 1. Лодки\n\n1. Лодка платит.\n\nПРИМЕЧАНИЕ: Плот тоже.\n",
    "en": "BOATS ACT\n\nCHAPTER 3 [5]\nBOATS\n\nArticle 1. Boats\n\n1. A boat pays.\n\nNOTE: A raft too.\n",
}


def imported(world, language, acts=ACTS):
    scheme = scheme_for("az" if language == "az" else "", language)
    parsed = scheme.parse(acts[language])
    reasons = {finding.code: "So printed." for finding in parsed.stopping}
    particulars = Particulars(
        "Boats Act", f"9-{language}", language, country="az" if language == "az" else ""
    )
    actor = Actor(world.drafter, timezone.now())
    return (
        scheme,
        parsed.tree,
        ImportAct(world.section, parsed, particulars, actor=actor, confirmed=reasons).execute(),
    )


@pytest.mark.parametrize("language", ACTS)
def test_a_sealed_text_keeps_its_labels_as_they_were_printed(language, world):
    scheme, tree, version = imported(world, language)
    stored = tree_of(version)
    assert [scheme.label(e) for e in stored] == [scheme.label(e) for e in tree]
    printed = [line for line in scheme.render(stored).split("\n") if line]
    assert printed == [line for line in ACTS[language].split("\n") if line]
    assert not broken_seals([version])
    rows = [row for entry in version.entries.order_by("order") for row in entry.texts.all()]
    assert [label_of(row) for row in rows] == [scheme.label(e) for e in tree]


@pytest.mark.parametrize("language", WITH_MARKS_AND_NOTES)
def test_a_sealed_text_keeps_footnotes_of_numbers_and_the_word_of_a_note(language, world):
    scheme, _tree, version = imported(world, language, WITH_MARKS_AND_NOTES)
    stored = tree_of(version)
    lines = [line for line in WITH_MARKS_AND_NOTES[language].split("\n") if line]
    assert [line for line in scheme.render(stored).split("\n") if line] == lines
    sheets = act_sheets(PaperAct(BLOCK, unchanged(paper_elements(stored, scheme, language)), language))
    on_paper = [line for each in sheets for line in "".join(span.text for span in each.spans).split("\v")]
    assert on_paper == lines
    rows = plain_rows(Editions(Edition(stored, scheme, language)))
    shown = [run.number for row in rows for run in (*row.heading, *row.text) if isinstance(run, FootnoteMark)]
    assert shown == [number for line in lines for number in re.findall(r"\[(\d+)\]", line)]
    assert not broken_seals([version])


def test_a_number_keeps_its_footnotes_in_a_form_that_has_no_place_for_them():
    marks = (LiftedMark("7", "number", 0, " [7]"),)
    article = Element(
        "k", Kind.ARTICLE, "5", heading="Boats", marks=marks, layout="\nArticle {number}. {heading}"
    )
    scheme = scheme_for("", "en")
    assert scheme.render(Tree((article,))) == "\nArticle 5 [7]. Boats"
    assert scheme.render(Tree((replace(article, layout=None),))).endswith("5 [7]. Boats")


def test_the_name_beside_a_text_is_the_printed_one(world):
    __, __, version = imported(world, "en")
    rows = [
        entry.texts.get() for entry in version.entries.filter(number__in=["a", "1° bis"]).order_by("order")
    ]
    assert [name_of(row) for row in rows] == ["a)", "(a)", "1° bis"]


@pytest.mark.parametrize(
    ("target", "label"),
    [
        ("1(1)(c)", "c)"),
        ("1(2)(c)", "(c)"),
        ("2(3)", "3°"),
        ("2(2-bis)", "2° bis"),
        ("3.3", "3.3)"),
        ("1(3)", "3."),
    ],
)
def test_a_new_provision_is_labelled_as_its_neighbours_in_the_draft_and_when_it_is_sealed(
    target, label, world
):
    scheme, __, base = imported(world, "en")
    amendment = law.make_amendment(world.section, base, world.drafter, title="Boats")
    operation = from_json({"op": "insert_element", "target": target, "new": "New words."})
    AddInstruction(law.act_of(amendment), operation, actor=Actor(world.drafter, timezone.now())).execute()
    tree = working_draft(law.act_of(amendment)).tree
    (new,) = [element for element in tree if element.text == "New words."]
    assert scheme.label(new) == label
    assert f"\n{label} New words." in scheme.render(tree)
    version = law.seal(amendment, world.drafter).versions.get()
    assert scheme.label(next(e for e in tree_of(version) if e.text == "New words.")) == label
    assert not broken_seals([version])
