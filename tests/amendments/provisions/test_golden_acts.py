"""Whole acts of every family of numbering, each with the tree that it has to become."""

import pytest

GOLDEN = [
    ("russian_code", "ru"), ("federal_law", "ru"), ("decree_with_rules", "ru"), ("law_with_notes", "ru"), ("charter", "ru"),
    ("decimal_order", "ru"), ("english_act", "en"), ("commonwealth_act", "en"), ("european_regulation", "en"),
    ("code_of_sections", "en"), ("numbered_sections", "en"), ("decimal_rules", "en"), ("lettered_law", "en"),
    ("lettered_points", "az"), ("roman_parts", "az"), ("presidential_decree", "az"), ("civil_code", "az"),
    ("old_law", "az"), ("cabinet_decision", "az"), ("rules_of_paragraphs", "az"), ("amending_law", "az"),
    ("statutory_instrument", "en"), ("act_of_paragraphs", "en"), ("act_with_marginal_notes", "en"), ("act_with_divisions", "en"),
    ("rates_in_cells", "az"), ("rates_in_tabs", "az"), ("fee_schedule", "en"), ("duty_rates", "ru"),
    ("code_with_points", "ru"), ("law_with_braces", "ru"), ("tax_code", "az"), ("order_with_statute", "az"),
]  # fmt: skip


def outline(scheme, parsed):
    """A tree as lines of text, for golden files."""
    lines = []
    for element in parsed.tree:
        marks = ",".join(f"{mark.number}@{mark.field}:{mark.offset}" for mark in element.marks)
        text = element.text.replace("\n", " / ").replace("\t", " ; ")
        fields = [element.kind, element.number, element.eid, element.parent, element.heading, text, marks]
        lines.append(
            " | ".join([*fields, scheme.cite(element)]) + ("  [repealed]" if element.repealed else "")
        )
    return "\n".join([*lines, *(f"! {finding.line} {finding.code}" for finding in parsed.warnings)]) + "\n"


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_an_act_becomes_the_tree_of_the_golden_file(name, language, read, request):
    scheme = request.getfixturevalue(language)
    assert outline(scheme, scheme.parse(read(f"{name}.txt"))) == read(f"{name}.outline")


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_the_printed_act_comes_back_byte_for_byte(name, language, read, request):
    scheme = request.getfixturevalue(language)
    text = read(f"{name}.txt")
    for variant in (
        text,
        text.replace("\n", "\r\n"),
        text.replace("\n", "\n\xa0\n"),
        "\ufeff" + text + "\n \n",
    ):
        assert scheme.render(scheme.parse(variant).tree) == variant


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_line_ends_and_blank_lines_do_not_change_the_tree(name, language, read, request):
    scheme = request.getfixturevalue(language)
    text = read(f"{name}.txt")
    assert outline(scheme, scheme.parse(text.replace("\n", "\r\n"))) == outline(scheme, scheme.parse(text))
