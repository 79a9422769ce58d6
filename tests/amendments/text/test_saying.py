"""What the core can say is translated, and said in the reader's language."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import override

import amendments
from amendments.errors import NothingToSeal
from amendments.importers.file_errors import OldWordFile
from amendments.instructions.execution.levels import no_part
from amendments.instructions.instruction_errors import Refused, Unread
from amendments.provisions.messages import counted, message
from amendments.provisions.provision_errors import ProvisionNotFound
from amendments.text.saying import say

ROOT = Path(amendments.__file__).parent
SOURCES = [
    path
    for room in ("provisions", "instructions", "importers")
    for path in sorted((ROOT / room).rglob("*.py"))
    if path.name != "__main__.py"  # command lines speak English only
]
GAP = re.compile(r"%\((\w+)\)s")


def _calls(tree, name):
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def _marked():
    return [call for path in SOURCES for call in _calls(ast.parse(path.read_text("utf-8")), "_")]


def _counted():
    return [call for path in SOURCES for call in _calls(ast.parse(path.read_text("utf-8")), "ngettext")]


def _templates():
    return {call.args[0].value for call in _marked()}


def test_every_message_is_a_literal_whose_gaps_are_filled():
    assert len(_templates()) > 50
    for call in _marked():
        (template,) = call.args
        assert isinstance(template, ast.Constant), ast.unparse(call)
        assert set(GAP.findall(template.value)) == {given.arg for given in call.keywords}, ast.unparse(call)


def test_both_forms_of_a_count_are_literals_whose_gaps_are_filled():
    assert len(_counted()) > 15
    for call in _counted():
        forms, given = call.args[:2], {"count", *(given.arg for given in call.keywords)}
        assert all(isinstance(form, ast.Constant) for form in forms), ast.unparse(call)
        one, many = (set(GAP.findall(form.value)) for form in forms)
        assert one <= many == given, ast.unparse(call)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_refused_or_reported_in_unmarked_words(path):
    tree = ast.parse(path.read_text("utf-8"))
    told = [node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise) and node.exc]
    told += [*_calls(tree, "Finding"), *_calls(tree, "Conflict")]
    for call in (node for node in told if isinstance(node, ast.Call)):
        words = [
            word
            for word in call.args
            if isinstance(word, ast.JoinedStr) or (isinstance(word, ast.Constant) and " " in str(word.value))
        ]
        assert not words, ast.unparse(call)


@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_message_of_the_core_is_translated(language):
    catalogue = polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))
    found = {entry.msgid: entry for entry in catalogue if entry.translated()}
    assert not _templates() - set(found)
    for template in _templates():
        assert set(GAP.findall(found[template].msgstr)) == set(GAP.findall(template)), template


@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_count_of_the_core_is_translated_in_all_its_forms(language):
    catalogue = polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))
    found = {(entry.msgid, entry.msgid_plural): entry for entry in catalogue if entry.translated()}
    for call in _counted():
        one, many = (form.value for form in call.args[:2])
        for said in found[one, many].msgstr_plural.values():
            assert set(GAP.findall(said)) == set(GAP.findall(many)), one


@pytest.mark.parametrize(
    ("count", "en", "ru"),
    [
        (1, "1 line looks like a title and was read as text (7).", "1 строка похожа на заголовок и прочитана как текст (7)."),
        (3, "3 lines look like titles and were read as text (7).", "3 строки похожи на заголовки и прочитаны как текст (7)."),
        (5, "5 lines look like titles and were read as text (7).", "5 строк похожи на заголовки и прочитаны как текст (7)."),
    ],
)  # fmt: skip
def test_a_count_is_said_in_the_form_that_its_number_asks_for(count, en, ru):
    told = counted(
        "%(count)s line looks like a title and was read as text (%(places)s).",
        "%(count)s lines look like titles and were read as text (%(places)s).",
        count,
        places="7",
    )
    with override("en"):
        assert say(told) == str(told) == en
    with override("ru"):
        assert say(told) == ru


@pytest.mark.parametrize(
    ("told", "az", "ru"),
    [
        (ProvisionNotFound("9"), "Aktda “9” müddəası yoxdur.", "В акте нет положения «9»."),
        (Refused("x", no_part("9", "sentence:2")), "9: belə yer yoxdur – cümlə 2.", "9: такого места нет – предложение 2."),
        (
            no_part("9", "paragraph:3/sentence:1"),
            "9: belə yer yoxdur – abzas 3/cümlə 1.",
            "9: такого места нет – абзац 3/предложение 1.",
        ),
    ],
)  # fmt: skip
def test_a_message_is_said_in_the_language_of_the_reader(told, az, ru):
    with override("az"):
        assert say(told) == az
    with override("ru"):
        assert say(told) == ru


@pytest.mark.parametrize(
    "told",
    [OldWordFile(), Refused("x", no_part("9.3", "paragraph:3/sentence:1")), no_part("9.3", "elsewhere:2")],
)
def test_english_is_what_the_core_says(told):
    with override("en"):
        assert say(told) == str(getattr(told, "message", told))


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_what_the_catalogue_lacks_is_said_in_english(language):
    with override(language):
        assert say(message("Zzz %(n)s.", n=3)) == "Zzz 3."
        assert say(Unread("“zzz” is no word of a plugin's catalogue.")) == (
            "“zzz” is no word of a plugin's catalogue."
        )


def test_a_refusal_of_the_app_is_said_as_it_was_translated():
    with override("en"):
        assert say(NothingToSeal()) == "Nothing has changed since the last sealed draft."
