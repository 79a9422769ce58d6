"""Where a cited provision is looked for that the index, or the named act, has not."""

import pytest

from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [("12.1.ç", ["point"]), ("12.1.d", ["part"]), ("12.4.2.1", ["article"]), ("77.1", [])],
)
def test_where_no_provision_has_the_number_the_nearest_one_above_is_shown(notebook, query, expected):
    for name, number in (("article", "12"), ("part", "12.1"), ("point", "12.1.ç")):
        notebook.add("text", id=name, cite=(number,))
    notebook.index()
    assert found(query) == expected
    assert search(query, None).plan.is_above is (expected != ["point"])


def test_points_of_an_article_whose_only_part_has_no_number_are_found_with_its_number(notebook):
    for number in ("81", "81(1)", "81(2)", "81.2"):
        notebook.add("text", id=number, cite=(number,), instrument="197-L", instrument_title="Labour Code")
    notebook.index()
    assert found("point 2 of part 1 of Article 81 of the Labour Code")[0] == "81(2)"
    assert found("point 2 of part 1 of Article 81")[0] == "81(2)"
    assert not search("Labour Code Article 81(1)(2)", None).plan.is_above


@pytest.mark.parametrize(
    ("query", "first", "is_above"),
    [
        ("12.3 Boats Act", "boats 12", True),
        ("12.3.1 Boats Act", "boats 12", True),
        ("12.1 Boats Act", "boats 12.1", False),
        ("12.3 Rafts Act", "rafts 12.3", False),
        ("14.3 Boats Act", "rafts 14.3", False),  # the named act has nothing of it
        ("14.3.7 Boats Act", "rafts 14.3", True),
        ("Article 12-7 Boats Act", "boats 12", True),
        ("ст. 12 прим. 7 Boats Act", "boats 12", True),
        ("12.3", "rafts 12.3", False),
    ],
)
def test_where_the_named_act_lacks_the_number_its_own_nearest_provision_comes_first(
    notebook, query, first, is_above
):
    for act, numbers in (("boats", ("12", "12.1")), ("rafts", ("12", "12.3", "12.3.1", "14.3"))):
        for number in numbers:
            notebook.add(
                "text",
                id=f"{act} {number}",
                cite=(number,),
                instrument=f"{act}-L",
                instrument_title=f"{act.title()} Act",
            )
    notebook.index()
    assert found(query)[0] == first
    assert search(query, None).plan.is_above is is_above
    assert found(query, page=2) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Boats Act s. 22(1)", "boats 22"),  # 22.1 is a section of its own
        ("subsection 22(1) of the Boats Act", "boats 22"),
        ("Boats Act s. 22(1)(c)", "boats 22"),
        ("Boats Act s. 22.1", "boats 22.1"),
        ("Boats Act s. 30(1)", "boats 30.1"),  # 30 prints no (1): its first part is printed as 30.1
        ("Boats Act s. 40(1)", "boats 40(1)"),
    ],
)
def test_a_part_is_looked_for_in_the_words_of_its_section_before_another_section(notebook, query, first):
    bodies = {
        "22": "Boats\n(1) They pay.\n(2) They wait.",
        "22.1": "Rafts (1) wait.",
        "30": "Fees",
        "30.1": "Ten.",
        "40": "Ports (1) open",
        "40(1)": "Open.",
        "40.1": "Piers.",
    }
    for number, body in bodies.items():
        act = {"instrument": "boats-L", "instrument_title": "Boats Act"}
        notebook.add(body, id=f"boats {number}", cite=(number,), **act)
    notebook.index()
    assert found(query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("note to Article 12 of the Boats Act", "boats note"),
        ("note 2 to Article 12 of the Boats Act", "boats note"),
        ("note to Article 13 of the Boats Act", "boats 13"),
        ("Schedule 2, paragraph 3, Boats Act", "boats annex"),
    ],
)
def test_where_the_named_act_lacks_the_note_or_row_what_holds_it_comes_first(notebook, query, first):
    numbers = {"12": "12", "note": "(12)(note)", "13": "13", "annex": "(annex.2)", "annex 4": "(annex.2)(4)"}
    for act, name in (("1-L", "boats"), ("2-L", "rafts")):
        for called, number in numbers.items():
            notebook.add(
                "note to article 12 schedule 2",
                id=f"{name} {called}",
                cite=(number,),
                instrument=act,
                instrument_title=f"{name.capitalize()} Act",
            )
    for number in ("(13)(note)", "(annex.2)(3)"):
        notebook.add("text", id=number, cite=(number,), instrument="2-L", instrument_title="Rafts Act")
    notebook.index()
    assert found(query)[0] == first
