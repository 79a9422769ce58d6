"""A restatement of a provision with all that lies under it: what it does not word goes, as its act says."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.drafting_checks import doubts
from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, from_json, to_json
from amendments.instructions.previous_wording import previous_wording
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.touches import Touch, touches
from amendments.instructions.wording import Mood
from amendments.provisions.schemes import DEFAULTS, find
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani
from tests.amendments.renderers.word.test_tracked import check

ACTS = {
    "en": "Article 4. Speed\n\nIt is slow.\n\nArticle 5. Duties\n\n1. A cyclist stops:\n(a) at signs;\n(b) at lights.\n"
    "2. A cyclist gives way.\n\nArticle 6. Lamps\n\nA lamp is lit.\n",
    "ru": "Статья 4. Скорость\n\nСкорость мала.\n\nСтатья 5. Обязанности\n\n1. Велосипедист соблюдает:\n1) знаки;\n2) сигналы.\n"
    "2. Велосипедист уступает дорогу.\n\nСтатья 6. Фонари\n\nФонарь включён.\n",
    "az": "Maddə 4. Sürət\n\n4.1. Sürət azdır.\n\nMaddə 5. Vəzifələr\n\n5.1. Velosipedçi gözləyir:\n5.1.1. nişanları;\n"
    "5.1.2. işıqları.\n5.2. Velosipedçi yol verir.\n\nMaddə 6. Fənərlər\n\n6.1. Fənər yanır.\n",
}  # fmt: skip
TYPED = {
    "en": "Article 5. Duty\nA cyclist stops and gives way.",
    "ru": "Статья 5. Обязанность\nВелосипедист соблюдает знаки и уступает дорогу.",
    "az": "Maddə 5. Vəzifə\nVelosipedçi gözləyir və yol verir.",
}
WORDINGS = {"en": English(), "ru": Russian(), "az": Azerbaijani()}
SPEED = {"en": ["4"], "ru": ["4"], "az": ["4", "4.1"]}
LAMPS = {"en": ["6"], "ru": ["6"], "az": ["6", "6.1"]}
WHOLE = {"op": "restate", "target": "5", "new": "A cyclist gives way.", "qualifier": "all"}


def scheme_of(language):
    return find([*DEFAULTS, *SCHEMES], "az" if language == "az" else "", language)


def act_of(language):
    return scheme_of(language).parse(ACTS[language]).tree


def typed(language="en", **data):
    given = {"op": "restate", "target": "5", "new": TYPED[language], "qualifier": "all", **data}
    return completed(act_of(language), from_json(given), scheme_of(language))


def carried_out(operation, language="en"):
    return execute(act_of(language), [operation], scheme_of(language))


@pytest.mark.parametrize("language", ACTS)
def test_what_is_typed_as_the_whole_provision_is_all_that_stands(language):
    operation, plain = typed(language), typed(language, qualifier="")
    after = carried_out(operation, language)
    assert [each.number for each in after] == [*SPEED[language], "5", *LAMPS[language]]
    heading, text = TYPED[language].split("\n")
    assert after.by_eid["art_5"].text == text
    assert after.by_eid["art_5"].heading == heading.split(". ")[1]
    assert not list(doubts(act_of(language), operation))
    assert len(list(doubts(act_of(language), plain))) == 1
    said = [WORDINGS[language].word(each, Mood.IMPERATIVE) for each in (operation, plain)]
    assert said[0] == said[1]  # the act said so all the time
    under = act_of(language).children("art_5")
    assert under == carried_out(plain, language).children("art_5")


def test_words_that_would_be_a_part_are_the_whole_provision():
    whole = typed(target="5(1)", new="A cyclist stops at signs.")
    assert (whole.level, whole.qualifier) == ("", "all")
    numbers = [each.number for each in carried_out(whole)]
    assert numbers == ["4", "5", "1", "2", "6"]
    text = typed(new="A cyclist stops.", level="text")
    assert (text.level, text.heading) == ("", "")
    assert carried_out(text).by_eid["art_5"].heading == "Duties"


def test_each_of_several_provisions_is_restated_whole():
    children = [{"number": "4", "text": "It is fast."}, {"number": "5", "text": "A cyclist stops."}]
    data = {"op": "restate", "targets": ["4", "5"], "children": children, "qualifier": "all"}
    operation = from_json(data)
    assert [each.number for each in carried_out(operation)] == ["4", "5", "6"]
    assert not list(doubts(act_of("en"), operation))


def test_a_heading_alone_takes_nothing_away():
    with pytest.raises(Refused, match=r"Write the new text of 5\."):
        carried_out(typed(heading="Duty", new=""))


def test_a_part_of_a_provision_takes_nothing_away():
    operation = typed(target="5(1)", level="paragraph:1", new="A cyclist waits:")
    assert [each.number for each in carried_out(operation)] == [each.number for each in act_of("en")]


def test_what_goes_is_touched_and_stands_in_the_previous_wording():
    operation, before = typed(), act_of("en")
    found = {each.key: each.touch for each in touches(before, carried_out(operation), operation)}
    assert found.pop("art_5") is Touch.RESTATES
    assert set(found.values()) == {Touch.REMOVES}
    assert {before.by_key[key].number for key in found} == {"1", "a", "b", "2"}
    lines = previous_wording(operation, before, English().grammar.labels, lambda number: number)
    assert lines == ["Article 5. Duties", "1. A cyclist stops:", "(a) at signs;", "(b) at lights.", "2. A cyclist gives way."]  # fmt: skip


@pytest.mark.parametrize("language", ACTS)
def test_a_word_file_strikes_what_goes(language):
    """Accepting all gives the text without it, rejecting all the one with it."""
    check(act_of(language), carried_out(typed(language), language), language)


def listed(*operations):
    """The list after each operation was added to it."""
    scheme, items = scheme_of("en"), []
    for number, data in enumerate(operations):
        items = fold(act_of("en"), items, Item(f"a{number}", from_json(data)), scheme).items
    return [to_json(each.operation) for each in items]


def test_a_part_that_is_added_later_goes_into_the_restatement():
    part = {"op": "insert_element", "target": "5(3)", "new": "It is fined."}
    (operation,) = listed(WHOLE, part)
    assert operation == {**WHOLE, "children": [{"number": "5(3)", "heading": "", "text": "It is fined."}]}
    assert [each.number for each in carried_out(from_json(operation))] == ["4", "5", "3", "6"]


def test_other_words_that_are_typed_later_go_into_the_restatement():
    (operation,) = listed(WHOLE, {"op": "replace_words", "target": "5", "old": "gives way", "new": "stops"})
    assert operation == {**WHOLE, "new": "A cyclist stops."}


def test_an_instruction_on_what_goes_leaves_the_list():
    lamp = {"op": "replace_words", "target": "6", "old": "lit", "new": "red"}
    part = {"op": "replace_words", "target": "5(2)", "old": "way", "new": "room"}
    assert listed(part, lamp, WHOLE) == [WHOLE, lamp]


def test_rows_that_lie_elsewhere_stay_with_the_warning():
    scheme = scheme_of("en")
    act = scheme.parse("Article 4. Rates\n\n4.1. Rates:\nNo\tKind\n4.1.1\tboats\n4.1.2\trafts\n").tree
    head = from_json({"op": "restate", "target": "4.1 table 1", "new": "No\tThing", "qualifier": "all"})
    assert [each.number for each in execute(act, [head], scheme)] == [each.number for each in act]
    assert len(list(doubts(act, completed(act, head, scheme)))) == 1
    assert not list(doubts(act, from_json({**WHOLE, "target": "4.1", "new": "None."})))


def test_only_a_restatement_takes_what_lies_under():
    assert from_json(WHOLE).takes_what_lies_under
    assert not from_json({**WHOLE, "op": "restate_sentence", "level": "sentence:1"}).takes_what_lies_under
    assert from_json({**WHOLE, "qualifier": "first"}).op is Op.RESTATE
    assert not from_json({**WHOLE, "qualifier": "first"}).takes_what_lies_under
