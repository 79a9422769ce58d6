"""Sections of a collection of laws carry its letters and numbers with room between them: "NRS 1.010"."""

TEXT = """TITLE 1 - COURTS
CHAPTER 1 - JUDICIAL DEPARTMENT
NRS 1.010  Courts of justice.  The following are the courts:
1.  The Supreme Court;
2.  The district courts.
NRS 1.030  Application of common law.  The common law governs.
NRS 1.0305  Places.  The court sits at Lampton.
NRS 1.050  “Judge” defined.  “Judge” means a judge.
NRS 1.060  Lamps.  Lamps are lit.
NRS 1.070  Wicks.  Wicks are cut.
"""


def test_each_section_is_an_article(en):
    parsed = en.parse(TEXT)
    numbers = [element.number for element in parsed.tree if element.kind == "article"]
    assert numbers == ["1.010", "1.030", "1.0305", "1.050", "1.060", "1.070"]
    assert en.render(parsed.tree) == TEXT


def test_numbers_that_are_left_free_are_no_gaps(en):
    codes = {finding.code for finding in en.parse(TEXT).warnings}
    assert not codes & {"gap", "out_of_order", "duplicate_number"}


def test_one_number_left_out_of_a_whole_series_is_a_gap(en):
    text = "LAW\n" + "".join(f"Article {n}. A\nWords of {n}.\n" for n in (1, 2, 3, 5, 6, 7))
    assert [finding.code for finding in en.parse(text).warnings] == ["gap"]


def test_what_an_amendment_put_in_brackets_is_read(en):
    text = "An Act\n1. Short title\nThis is the Lamps Act.\n2. Meanings\n(1) A lamp—\n(a) shines;\nF13[(b) glows.]\n4[3. Powers\nThe Court may act.]\n"
    parsed = en.parse(text)
    found = [(element.kind, element.number) for element in parsed.tree if element.number]
    assert ("point", "b") in found
    assert ("article", "3") in found
    assert en.render(parsed.tree) == text
