"""A stored text prints its numbers as the act that was imported does."""

import pytest
from django.utils import timezone

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.plugins.registry import scheme_for
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.law.provision_page import label_of, name_of
from amendments.queries.proof.hashes import broken_seals
from amendments.queries.showing.trees import tree_of
from tests.factories import law

ACTS = {
    "en": "BOATS ACT\n\nArticle 1. Boats\n\n1. A boat pays:\na) in May;\nb) in June.\n2. A raft:\n(a) floats;\n(b) sinks.\n\n"
    "Art. 2 – Rafts\n\n1° one raft;\n1° bis one raft more;\n2° two rafts.\n\nArticle 3\n\n3.1. They pay.\n3.2) They wait.\n",
    "ru": "ЗАКОН О ЛОДКАХ\n\nСтатья 1. Лодки\n\n1. Лодка платит:\n(а) в мае;\n(б) в июне.\n\nСтатья 1¹. Плоты\n\n1) плот плывёт;\n2) плот стоит.\n",
    "az": "QAYIQLAR HAQQINDA\n\nMaddə 1. Qayıqlar\n\n1.1. Qayıq ödəyir:\n1.1.1. mayda;\n1.1.2. iyunda.\n\nMaddə 2. Sallar\n\n1. Sal:\na) üzür;\n(b) batır.\n",
}


def imported(world, language):
    scheme = scheme_for("az" if language == "az" else "", language)
    parsed = scheme.parse(ACTS[language])
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
