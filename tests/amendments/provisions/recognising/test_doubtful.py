import pytest


@pytest.mark.parametrize(
    ("items", "eids"),
    [
        (["(h) a;", "(i) b;", "(j) c."], ["subpara_h", "subpara_i", "subpara_j"]),
        (["(h) a:", "(i) b;", "(ii) c;", "(i) d."], ["subpara_h", "subpara_h__point_i", "subpara_h__point_ii", "subpara_i"]),
        (["(a) a;", "(aa) b;", "(b) c."], ["subpara_a", "subpara_aa", "subpara_b"]),
        (["(a) a:", "(aa) b;", "(bb) c;", "(b) d."], ["subpara_a", "subpara_a__point_aa", "subpara_a__point_bb", "subpara_b"]),
        (["(a) a;", "(b) b;", "(ba) c;", "(c) d."], ["subpara_a", "subpara_b", "subpara_ba", "subpara_c"]),
        (["(a) a;", "(a.1) b;", "(b) c."], ["subpara_a", "subpara_a.1", "subpara_b"]),
    ],
)  # fmt: skip
def test_what_comes_next_decides(items, eids, en):
    before = [f"({letter}) x;" for letter in "abcdefg"] if items[0].startswith("(h)") else []
    parsed = en.parse("\n".join(["Article 1. A", "B:", *before, *items]))
    assert [element.eid.removeprefix("art_1__") for element in parsed.tree][1 + len(before) :] == eids
