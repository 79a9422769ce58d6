"""What a file names a change of the draft is one only where the draft has it, provision by provision."""

import pytest

from amendments.importers.markup import Markup, OwnChange
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.markings import own_changes
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_placed_changes import BASE, stored

DRAFT = execute(
    BASE,
    [
        Operation(Op.INSERT_AFTER, target="1.1", anchor="applies", new="only"),
        Operation(Op.REPEAL, target="1.2.1"),
        Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay.", children=(NewElement("2.4", "", "Cats pay."),)),
    ],
    ENGLISH,
)  # fmt: skip
TEXT = ENGLISH.render(DRAFT)


def own(old, new, text, at):
    """A change by the name of the site that begins right behind some words of a text."""
    return OwnChange(old, new, "Ferry Authority", "", text.index(at) + len(at))


def sorted_(text, *changes, draft=DRAFT, base=BASE):
    found = place(Markup(text, own=changes), base, draft, ENGLISH, left_from=draft)
    return [(each.old, each.new) for each in found.left], [(each.old, each.new) for each in found.standing]


OURS = [
    own("", " only", TEXT, "Law applies"),
    own(" rowing boats;", "", TEXT, "1.2.1."),
    own("", "2.3. Dogs pay.\n2.4. Cats pay.\n", TEXT, "free of charge.\n"),
]


def test_the_changes_of_the_draft_stand():
    assert sorted_(TEXT, *OURS) == ([], [(each.old, each.new) for each in OURS])


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("", " not", "people travel"),
        ("", " only", "people travel"),
        ("", " free", "travel free"),
        ("", "\n2.2-1. Mice pay.\n2.2-2. Rats pay.", "free of charge."),
        (" not", "", "This Law does"),
        (" free of charge", "", "travel"),
        ("2.2. Children travel free of charge.\n", "", "before the crossing.\n"),
    ],
)
def test_a_forged_change_is_none_of_the_draft_though_its_words_stand_elsewhere(old, new, at):
    at = at.replace("people", "Children")
    text = TEXT.replace(at + old, at + new, 1)
    assert text != TEXT
    left, standing = sorted_(text, own(old, new, text, at), OURS[0])
    assert (left, standing) == ([(old, new)], [("", " only")])


def test_a_change_of_the_draft_stands_where_somebody_types_its_words_elsewhere():
    text = TEXT.replace("Children travel", "Children travel only")
    assert sorted_(text, *OURS) == ([], [(each.old, each.new) for each in OURS])


def test_where_the_file_keeps_no_places_the_words_are_looked_for_in_all_that_differs():
    forged = OwnChange("", " not", "Ferry Authority", "")
    assert sorted_(TEXT.replace("Children travel", "Children travel not"), forged) == ([("", " not")], [])


def test_the_changes_in_a_file_that_is_no_act_are_left():
    change = OwnChange("", "not", "Ferry Authority", "", 0)
    found = place(Markup("", own=(change,)), BASE, DRAFT, ENGLISH, left_from=DRAFT)
    assert found.standing == []
    assert [say(each.why) for each in found.left] == ["The text of the file cannot be read as this act."]


def test_many_changes_are_sorted_without_reading_the_whole_text_for_each(monkeypatch):
    lines = [f"Article {n}. Head\n{n}.1. The boat {n} pays.\n\n" for n in range(1, 101)]
    base = stored("".join(lines))
    text = "".join(lines).replace("pays", "must pay")
    draft = stored(text)
    changes = [own("pays", "must pay", text, f"The boat {n} ") for n in range(1, 101)]
    for n in range(1, 31):
        text = text.replace(f"boat {n} must pay", f"boat {n} mus pay")
    read = []

    def counted(words):
        read.append(len(words))
        return words.split()

    monkeypatch.setattr(own_changes, "words_and_signs", counted)
    sorted_(text, *changes, draft=draft, base=base)
    assert sum(read) < 5 * len(text)
