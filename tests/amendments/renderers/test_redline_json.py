"""The JSON contract."""

from amendments.redline.plain import compare_plain
from amendments.redline.printed import compare_lines
from amendments.renderers.redline_json import as_data, plain_as_data

LINES = [
    f"{k}. Officials of kind {k} report once a year on their work with complaints.\n"
    for k in ("one", "two", "three")
]


def test_a_move_is_named_at_both_places_and_counted_once() -> None:
    lines = ["Courts decide on the costs of trials in every case.\n", *LINES[1:]]
    data = as_data(compare_lines("".join(lines), "".join([*lines[1:], lines[0]])))
    places = [(p["place"], p["spans"]) for p in data["provisions"] if p["change"] == "moved"]
    assert places == [("old", [["-", lines[0]]]), ("new", [["+", lines[0]]])]
    assert data["summary"]["moved"] == 1


def test_operations_carry_the_number_of_their_move() -> None:
    lines = ["Courts decide on the costs of trials in every case.\n", *LINES[1:]]
    data = plain_as_data(compare_plain("".join(lines), "".join([*lines[1:], lines[0]])))
    assert [op for op in data["ops"] if op[2]] == [["-", lines[0], 1], ["+", lines[0], 1]]
    assert data["moves"] == {"1": [["=", lines[0]]]}
