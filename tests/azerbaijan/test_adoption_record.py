"""The record that an adoption writes beside that of a real consolidated text: the Migration Code."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.audit.actor import Actor
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Unread
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Op, Operation
from amendments.models import Amendment
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from tests.factories import law

pytestmark = pytest.mark.real_data

AZ, WORDING = SCHEMES[0], WORDINGS[0]
MONTHS = [
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avqust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
]
NOTE = re.compile(
    r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d{4})-c\w il tarixli (?P<number>\S+) nömrəli Azərbaycan Respublikasının Qanunu "
    r"\((?P<gazettes>(?:[^()]|\([^()]*\))*)\) ilə (?P<said>.*)"
)
LAW = "807-VIQD"  # the last law of the text


def spaced(words):
    return " ".join(words.split())


def body(line):
    return spaced(re.sub(r"^\[\d+\]", "", line))


def law_of(found):
    day = date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    return AmendingLaw(found["number"], day, gazettes=found["gazettes"])


def read(sentence, year):
    try:
        return WORDING.parse(sentence, year)
    except Unread:
        return []


@pytest.fixture(scope="module")
def code(real_data):
    text = (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")
    return AZ.parse(text).tree


def notes_of(tree):
    lines = (line for element in tree if element.kind == "apparatus" for line in element.text.split("\n"))
    return [(line, found) for line in lines if (found := NOTE.fullmatch(body(line)))]


def test_footnotes_of_one_operation_are_written_letter_for_letter(code):
    """Others are misprinted, leave out “yeni məzmunda” or use the case that was usual in their year."""
    single = equal = 0
    for line, found in notes_of(code):
        operations = read(found["said"], int(found["year"]))
        if len(operations) == 1:
            single += 1
            written = WORDING.record.footnote(operations[0], law_of(found), code).split("\n")[0]
            equal += spaced(written) == body(line)
    assert (equal, single) >= (106, 130)


def backwards(code):
    """The code before the last law: its words, footnotes and entry taken back."""
    tree, operations = code, []
    for line, found in notes_of(code):
        if found["number"] != LAW:
            continue
        (operation,) = read(found["said"], int(found["year"]))
        operations.append(operation)
        undone = Operation(Op.REPLACE_WORDS, operation.target, old=operation.new, new=operation.old)
        tree = execute(tree, [undone])
        number = line[1 : line.index("]")]
        tree = tree.changed([without(element, number) for element in tree])
    return tree, operations


def without(element, number):
    lines = element.text.split("\n")
    if element.kind == "apparatus":
        kept = [line for line in lines if LAW not in line]
        return replace(element, text="\n".join(kept))
    return replace(element, marks=tuple(mark for mark in element.marks if mark.number != number))


@pytest.mark.django_db
def test_the_adoption_of_a_real_law_writes_what_the_official_text_says(code):
    base_tree, operations = backwards(code)
    assert len(operations) == 2
    section = law.make_section()
    drafter = law.make_drafter(section)
    particulars = Particulars("Miqrasiya Məcəlləsi", "713-IVQ", "az", "az", date=date(2013, 7, 2))
    with translation.override("en"):
        parsed = AZ.parse(AZ.render(base_tree))
        base = ImportAct(section, parsed, particulars, actor=Actor.now(drafter)).execute()
        amendment = law.make_amendment(section, base, drafter, "Dəyişiklik")
        for operation in operations:
            AddInstruction(law.act_of(amendment), operation, actor=Actor.now(drafter)).execute()
        draft = law.seal(amendment, drafter)
        Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
        named = law_of(next(found for __, found in notes_of(code) if found["number"] == LAW))
        adoption = Adoption(LAW, named.adopted, law=named)
        (version,) = SealConsolidated(draft, adoption, actor=Actor.now(drafter)).execute()
    adopted = tree_of(version)
    assert record_of_law(adopted) == record_of_law(code)
    for operation in operations:
        ((one,), (other,)) = (tree.numbered(operation.target) for tree in (adopted, code))
        assert one.text == other.text
        assert len(one.marks) == len(other.marks)


def record_of_law(tree):
    """What the lists say of the law: its entry as printed, its footnotes without their numbers."""
    sources, changes = [element for element in tree if element.kind == "apparatus"][:2]
    entries = [line for line in sources.text.split("\n") if LAW in line]
    return entries, [body(line) for line in changes.text.split("\n") if LAW in line]
