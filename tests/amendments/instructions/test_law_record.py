"""Footnotes, previous wordings and lists of a consolidated text, as an adoption writes them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from amendments.instructions.execute import execute
from amendments.instructions.law_record import AmendingLaw, frame_of, with_earlier_laws, written
from amendments.instructions.operations import from_json
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.renderers.paper.documents import paper_elements
from amendments.renderers.paper.sheets import printed_lines

ACT = """LAW
On Ferries

Article 1. Scope
1.1. This Law applies to ferries.
1.2. The fare is 10 coins. [4]
1.3. Rafts are free.

List of source documents
1. Law No. 9 of 1 May 2020

List of amendments
[4] Law No. 9 of 1 May 2020: In Article 1.2, the figure “5” has been replaced by the figure “10”.
[7] Another one.
"""
LAW = AmendingLaw("2-L", date(2027, 4, 4), gazettes="Gazette 2027, No. 3")
SAID = "Law No. 2-L of 4 April 2027 (Gazette 2027, No. 3)"


def record(text, *operations):
    base = ENGLISH.parse(text).tree
    chosen = [from_json(each) for each in operations]
    after = execute(base, chosen, ENGLISH)
    return written(base, after, chosen, LAW, frame_of(English()), ENGLISH, "LIST OF AMENDMENTS")


def apparatus(tree):
    return [(element.heading, element.text.split("\n")) for element in tree if element.kind == "apparatus"]


def test_a_footnote_says_what_the_law_did_and_what_stood_before():
    found = record(ACT, {"op": "restate", "target": "1.3", "new": "Rafts pay half."})
    (element,) = found.tree.numbered("1.3")
    assert [(mark.number, mark.field, mark.offset, mark.printed) for mark in element.marks] == [
        ("8", "text", 15, " [8]")
    ]
    assert apparatus(found.tree) == [
        ("List of source documents", ["1. Law No. 9 of 1 May 2020", f"2.\xa0\xa0\xa0 {SAID}"]),
        (
            "List of amendments",
            [
                "[4] Law No. 9 of 1 May 2020: In Article 1.2, the figure “5” has been replaced by the figure “10”.",
                "[7] Another one.",
                f"[8] {SAID}: Article 1.3 has been restated.",
                "The previous wording was:",
                "1.3. Rafts are free.",
            ],
        ),
    ]


@pytest.mark.parametrize(
    ("target", "previous"),
    [("1.1(b)", ["b) rowing boats."]), ("2(1)", ["1. A crew has two members."])],
)
def test_the_previous_wording_of_a_point_bears_its_own_label(target, previous):
    text = (
        "LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. It applies to:\na) ferries;\nb) rowing boats.\n\n"
        "Article 2. Crew\n1. A crew has two members.\n2. One of them steers.\n"
    )
    found = record(text, {"op": "restate", "target": target, "new": "All that floats."})
    lines = apparatus(found.tree)[1][1]
    assert lines[lines.index("The previous wording was:") + 1 :] == previous


@pytest.mark.parametrize(
    ("word", "scheme", "wording"),
    [("Annex", ENGLISH, English()), ("Приложение", RUSSIAN, Russian())],
)
def test_the_previous_wording_of_an_annex_without_a_number_has_its_label_in_a_line_of_its_own(
    word, scheme, wording
):
    article = {"Annex": "Article", "Приложение": "Статья"}[word]
    base = scheme.parse(f"{article} 1. A\nB.\n\n{word}\nFares\nOne coin.\n").tree
    chosen = [from_json({"op": "restate", "target": "annex", "heading": "Tolls", "new": "Two coins."})]
    after = execute(base, chosen, scheme)
    found = written(base, after, chosen, LAW, frame_of(wording), scheme, "LIST OF AMENDMENTS")
    assert word in apparatus(found.tree)[1][1]


def test_the_previous_wording_of_the_text_of_an_article_has_no_heading():
    text = "LAW\nOn Ferries\n\nArticle 1. Scope\nIt applies to ferries.\n\nArticle 2. Crew\nA crew has two members.\n"
    found = record(
        text, {"op": "restate", "target": "2", "level": "text", "new": "A crew has three members."}
    )
    lines = apparatus(found.tree)[1][1]
    assert lines[lines.index("The previous wording was:") + 1 :] == ["A crew has two members."]


def test_a_provision_that_bears_a_footnote_gets_a_further_paragraph_of_it():
    found = record(ACT, {"op": "replace_number", "target": "1.2", "old": "10", "new": "12"})
    (element,) = found.tree.numbered("1.2")
    assert [mark.number for mark in element.marks] == ["4"]
    lines = apparatus(found.tree)[1][1]
    assert lines[1] == f"{SAID}: In Article 1.2, the figure “10” has been replaced by the figure “12”."
    assert lines[2] == "[7] Another one."


CHANGES = [
    {"op": "replace_words", "target": "1.1", "old": "ferries", "new": "boats"},
    {"op": "restate_heading", "target": "1", "level": "heading", "new": "Boats"},
    {"op": "repeal", "target": "1.3"},
    {"op": "insert_element", "target": "1.4", "new": "Dogs pay."},
    {"op": "insert_element", "target": "1.1-1", "new": "It applies to ships."},
    {"op": "replace_words", "targets": ["1.2", "1.1"], "old": "is", "new": "was"},
]


@given(st.permutations(CHANGES))
def test_the_footnotes_of_a_law_are_numbered_as_they_stand_in_the_text(changes):
    """So are all 217 of three consolidated Azerbaijani acts, whatever the order of the law that made them."""
    text = "Article 1. Scope\n1.1. This is for ferries.\n1.2. The fare is high.\n1.3. Rafts are free.\n"
    found = record(text, *changes)
    marks = [int(mark.number) for element in found.tree for mark in element.marks]
    assert marks == list(range(1, 7))
    listed = [line for line in apparatus(found.tree)[1][1] if line.startswith("[")]
    assert [line.partition("]")[0] for line in listed] == [f"[{number}" for number in marks]
    assert [note.number for note in found.footnotes] == ["1", "1.1", "1.1", "1.1-1", "1.2", "1.3", "1.4"]


def test_lists_are_begun_where_an_act_has_none():
    found = record(
        "Article 1. A\n1.1. B c.\n1.2. D.\n",
        {"op": "repeal", "target": "1.1"},
        {"op": "insert_element", "target": "1.3", "new": "E."},
    )
    assert apparatus(found.tree) == [
        ("LIST OF SOURCE DOCUMENTS", [f"1.\xa0\xa0\xa0 {SAID}"]),
        (
            "LIST OF AMENDMENTS",
            [
                f"[1] {SAID}: Article 1.1 has been repealed.",
                f"[2] {SAID}: The following Article 1.3 has been inserted.",
            ],
        ),
    ]
    assert [note.number for note in found.footnotes] == ["1.1", "1.3"]
    printed = ENGLISH.render(found.tree)
    assert [e.kind for e in ENGLISH.parse(printed).tree][-2:] == ["apparatus", "apparatus"]


def test_the_same_law_is_listed_once_and_a_commencement_has_no_footnote():
    found = record(ACT, {"op": "commencement", "target": "*", "new": "This Law enters into force at once."})
    assert found.footnotes == ()
    again = written(found.tree, found.tree, [], LAW, frame_of(English()), ENGLISH, "LIST OF AMENDMENTS")
    assert again.tree == found.tree


def test_an_act_with_one_list_of_both_gets_the_law_before_the_footnotes():
    """Such as the Azerbaijani act on insurance, whose sources stand under the heading of the list of amendments."""
    one = ACT.replace("List of source documents\n", "List of amendments\n")
    text = one[: one.rindex("List of amendments")].replace(" [4]", "")
    change = {"op": "restate", "target": "1.3", "new": "Rafts pay half."}
    expected = [
        (
            "List of amendments",
            [
                "1. Law No. 9 of 1 May 2020",
                f"2.\xa0\xa0\xa0 {SAID}",
                f"[1] {SAID}: Article 1.3 has been restated.",
                "The previous wording was:",
                "1.3. Rafts are free.",
            ],
        )
    ]
    assert apparatus(record(text, change).tree) == expected


def test_footnotes_that_came_without_a_heading_get_it():
    text = ACT[: ACT.rindex("List of source")].rstrip() + "\n\n" + ACT[ACT.rindex("[4]") :]
    found = record(text, {"op": "repeal", "target": "1.3"})
    assert [(heading, lines[-1]) for heading, lines in apparatus(found.tree)] == [
        ("LIST OF SOURCE DOCUMENTS", f"1.\xa0\xa0\xa0 {SAID}"),
        ("LIST OF AMENDMENTS", f"[8] {SAID}: Article 1.3 has been repealed."),
    ]
    again = ENGLISH.parse(ENGLISH.render(found.tree)).tree
    assert apparatus(again) == apparatus(found.tree)


def test_laws_that_are_known_by_their_number_are_listed_once():
    tree = ENGLISH.parse(ACT).tree
    for __ in range(2):
        tree = with_earlier_laws(tree, ["9", "9-L"], frame_of(English()))
    assert apparatus(tree)[0] == (
        "List of source documents",
        ["1. Law No. 9 of 1 May 2020", "2.\xa0\xa0\xa0 Law No. 9-L"],
    )
    begun = with_earlier_laws(ENGLISH.parse("Article 1. A\n1.1. B.\n").tree, ["9-L"], frame_of(English()))
    assert apparatus(begun) == [("LIST OF SOURCE DOCUMENTS", ["1.\xa0\xa0\xa0 Law No. 9-L"])]
    assert with_earlier_laws(tree, [], frame_of(English())) is tree
    counted = with_earlier_laws(tree, ["2"], frame_of(English()))
    assert apparatus(counted)[0][1][-1] == "3.\xa0\xa0\xa0 Law No. 2"


@pytest.mark.parametrize("number", ["1", "12", "2020", "3"])
def test_a_day_a_year_or_the_number_of_a_gazette_names_no_law(number):
    text = ACT.replace(
        "1. Law No. 9 of 1 May 2020", "1. Law No. 9 of 12 May 2020 (Gazette 2020, No. 3, 1.5.2020)"
    )
    listed = apparatus(with_earlier_laws(ENGLISH.parse(text).tree, [number], frame_of(English())))[0][1]
    assert listed[1:] == [f"2.\xa0\xa0\xa0 Law No. {number}"]


def test_a_wording_without_a_frame_keeps_no_record():
    assert frame_of(object()) is None


def test_an_act_in_russian_has_its_record_in_russian():
    text = "ЗАКОН\nО паромах\n\nСтатья 1. Сфера\n1) паромы;\n2) лодки.\n"
    base = RUSSIAN.parse(text).tree
    chosen = [from_json({"op": "restate", "target": "1(2)", "new": "плоты."})]
    frame = frame_of(Russian())
    heading = frame.changes_heading("law", "О паромах")
    found = written(base, execute(base, chosen, RUSSIAN), chosen, LAW, frame, RUSSIAN, heading)
    tree = with_earlier_laws(found.tree, ["1-L"], frame)
    said = "Закон № 2-L от 4 апреля 2027 года (Gazette 2027, No. 3)"
    assert apparatus(tree) == [
        ("СПИСОК ИСПОЛЬЗОВАННЫХ ИСТОЧНИКОВ", [f"1.\xa0\xa0\xa0 {said}", "2.\xa0\xa0\xa0 Закон № 1-L"]),
        (
            "СПИСОК ИЗМЕНЕНИЙ",
            [f"[1] {said}: Пункт 2 статьи 1 изложен в новой редакции.", "Прежняя редакция:", "2) лодки."],
        ),
    ]
    again = RUSSIAN.parse(RUSSIAN.render(tree)).tree
    assert apparatus(again) == apparatus(tree)
    assert [mark.number for mark in again.numbered("2")[0].marks] == ["1"]


def marks(tree):
    return [(element.number, mark.number, mark.field) for element in tree for mark in element.marks]


def test_a_repealed_article_bears_its_mark_behind_its_number():
    found = record(ACT, {"op": "repeal", "target": "1"})
    assert marks(found.tree) == [("1", "8", "heading"), ("1.2", "4", "text")]
    assert marks(ENGLISH.parse(ENGLISH.render(found.tree)).tree) == [
        ("1", "8", "number"),
        ("1.2", "4", "text"),
    ]


@pytest.mark.parametrize("form", ["\n\n{number}. {text}", "\n\n{number}. ", None])
def test_an_article_with_parts_alone_is_printed_with_its_mark(form):
    base = ENGLISH.parse("LAW\n\n1. A lamp is lit.\n2. (1) It shines.\n(2) It burns.\n3. It is so.\n").tree
    base = base.changed([replace(base.numbered("2")[0], layout=form)])
    part = {"number": "2(1)", "heading": "", "text": "It glows."}
    chosen = [from_json({"op": "restate", "target": "2", "children": [part]})]
    found = written(base, execute(base, chosen, ENGLISH), chosen, LAW, frame_of(English()), ENGLISH, "LIST")
    assert marks(found.tree) == [("2", "1", "heading")]
    (article,) = (each for each in paper_elements(found.tree, ENGLISH, "en") if each.element.number == "2")
    (line,) = printed_lines(article)
    assert line.split()[-2:] == ["2.", "[1]"]
    if form is None:  # printed as "Article 2." beside numbers alone
        return
    read = ENGLISH.parse(ENGLISH.render(found.tree)).tree
    assert [(each.kind, each.number) for each in read.elements[:5]] == [
        (each.kind, each.number) for each in found.tree.elements[:5]
    ]


def test_the_footnote_of_a_provision_that_is_gone_goes_on_in_what_held_it():
    """In official consolidated texts each footnote has its mark, and each provision one."""
    part = {"number": "1.1", "heading": "", "text": "It is so."}
    found = record(ACT, {"op": "restate", "target": "1", "heading": "All", "children": [part]})
    assert marks(found.tree) == [("1", "4", "heading")]
    __, (__, notes) = apparatus(found.tree)
    assert notes[0].startswith("[4] Law No. 9 of 1 May 2020: In Article 1.2")
    assert notes[1] == f"{SAID}: Article 1 has been restated."


def test_the_footnote_of_a_redesignated_point_of_an_annex_stands_at_it_and_at_no_sub_point():
    points = "1. Учёт.\n2. Указывают:\n1) дату;\n2) вид;\n3) имя.\n3. Журнал прошивается.\n"
    base = RUSSIAN.parse(f"Статья 1. О чём\nСлова.\n\nПриложение\nПорядок\n\n{points}").tree
    moved = [{"op": "renumber_and_add", "target": "annex point 3", "children": [{"number": "annex point 6"}]}]
    chosen = [from_json(each) for each in moved]
    after = execute(base, chosen, RUSSIAN)
    found = written(base, after, chosen, LAW, frame_of(Russian()), RUSSIAN, "СПИСОК ИЗМЕНЕНИЙ")
    assert [element.text for element in found.tree if element.marks] == ["Журнал прошивается."]
