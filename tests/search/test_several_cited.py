"""Several provisions in one query, of one act or of several."""

import pytest

from tests.search.asking import found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("п. 2 ст. 181, п. 1 ст. 10 закона 51-L", ["181(2)", "10(1)", "181.2"]),
        ("Law 51-L, 181(2) and 10(1)", ["181(2)", "10(1)", "181.2"]),
        ("51-L 181-ci maddənin 2-ci hissəsi, 10-cu maddənin 1-ci hissəsi", ["181(2)", "10(1)", "181.2"]),
        ("10.1 and 10.2", ["10.1", "10.2", "10(1)"]),
    ],
)
def test_of_several_provisions_none_is_kept_back_by_another_with_the_number_of_one(notebook, query, expected):
    for number in ("181.2", "10(1)", "10.1", "10.2", "181(2)"):
        cite = (f"({number})",) if "(" not in number else (number,)
        notebook.add("words", id=number, cite=cite, instrument="51-L")
    notebook.index()
    assert found(query)[: len(expected)] == expected


@pytest.mark.parametrize(
    "query",
    [
        "ст. 15 закона 1-L и ст. 22 закона 2-L",
        "закон 1-L, ст. 15, закон 2-L, ст. 22",
        "Article 15 of the Boats Act and Article 22 of the Rafts Act",
        "Boats Act art. 15; Rafts Act art. 22",
        "1-L qanunun 15-ci maddəsi və 2-L qanunun 22-ci maddəsi",
    ],
)
def test_of_several_provisions_each_is_of_the_act_that_is_named_beside_it(notebook, query):
    for act, title in (("1-L", "Boats Act"), ("2-L", "Rafts Act")):
        for number in ("22", "15"):
            titled = {"instrument": act, "instrument_title": title}
            notebook.add(f"words {number}", id=f"{act}:{number}", cite=(number,), **titled)
    notebook.index()
    assert found(query)[:2] == ["1-L:15", "2-L:22"]
