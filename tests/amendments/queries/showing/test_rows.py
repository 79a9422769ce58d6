"""How rows of a comparison are named, and what each of its columns prints before the words."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from django.template.loader import render_to_string

from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import LiftedMark, Tree
from amendments.queries.languages.editions import Edition, Editions
from amendments.queries.showing.row_making import compared_rows, plain_rows
from amendments.queries.showing.runs import FootnoteMark
from amendments.redline.provision_redline import Mark

ACTS = {
    "az": ("az", "Maddə 1. A\n1.1. Bir.\n1.2. İki.\n\nMaddə 2. B\nÜç.\n\nƏlavə\nQayda\n\n1. Dörd:\n1) beş;\n2) altı.\n1.1. Yeddi.\n"),
    "ru": ("", "Статья 1. А\n1. Раз.\n2. Два:\n1) три;\n2) четыре.\n\nПриложение\nПорядок\n\n1. Пять:\n1) шесть;\n2) семь.\n1.1. Восемь.\n"),
    "en": ("", "Article 1. A\n1. One.\n2. Two:\na) three;\nb) four.\n\nAnnex\nOrder\n\n1. Five:\n1) six;\n2) seven.\n1.1. Eight.\n"),
}  # fmt: skip
NUMBERS = [
    ("az", "annex", "annex 1", "Əlavə", "1 nömrəli əlavə"),
    ("ru", "annex", "annex 1", "Приложение", "Приложение № 1"),
    ("en", "annex", "annex 1", "Annex", "ANNEX 1"),
    ("az", "1.2", "1.9", "1.2.", "1.9."),
    ("az", "2", "7", "Maddə 2.", "Maddə 7."),
    ("ru", "1(2)", "1(9)", "2.", "9."),
    ("ru", "1(2)(1)", "1(2)(9)", "1)", "9)"),
    ("en", "1(2)(b)", "1(2)(k)", "b)", "k)"),
    ("ru", "annex point 1.1", "annex point 1.9", "1.1.", "1.9."),
]
CALLED = {
    "az": ["1", "1.1", "1.2", "2", "Əlavə", "Əlavənin 1-ci hissəsi", "Əlavənin 1-ci hissəsinin 1-ci bəndi"],
    "ru": ["1", "Часть 1 статьи 1", "Часть 2 статьи 1", "Пункт 1 части 2 статьи 1", "Пункт 2 части 2 статьи 1"],
    "en": ["1", "Part 1 of Article 1", "Part 2 of Article 1", "Point (a) of part 2 of Article 1", "Point (b) of part 2 of Article 1", "Annex"],
}  # fmt: skip


def read(language):
    country, text = ACTS[language]
    scheme = scheme_for(country, language)
    return scheme, scheme.parse(text).tree


def editions(scheme, tree):
    return Editions(Edition(tree, scheme, scheme.language))


@pytest.mark.parametrize(("language", "old", "new", "was", "now"), NUMBERS)
def test_each_column_prints_the_number_that_its_text_has(language, old, new, was, now):
    scheme, before = read(language)
    moved = Operation(Op.RENUMBER_AND_ADD, old, children=(NewElement(new),))
    after = execute(before, [moved], scheme)
    rows = compared_rows(editions(scheme, before), editions(scheme, after))
    [row] = [each for each in rows if each.is_changed]
    assert (row.before.label, row.after.label, row.is_renumbered, row.is_changed) == (was, now, True, True)
    assert row.other == (was if was.isalpha() else old.rpartition("(")[2].rpartition(" ")[2].rstrip(")"))
    sides = [{"row": row, "side": side} for side in (row.before, row.after)]
    left, right = (render_to_string("madda/amendments/side.html", each) for each in sides)
    assert (was in left, now in left) == (True, False)
    assert now in right
    assert ("</span>" + was + '<span class="visually-hidden">]</span></del>') in left
    assert ("</span>" + now + '<span class="visually-hidden">]</span></ins>') in right


def test_the_number_of_a_redesignated_article_is_marked_in_the_text_too():
    scheme, before = read("az")
    after = execute(before, [Operation(Op.RENUMBER_AND_ADD, "2", children=(NewElement("7"),))], scheme)
    rows = compared_rows(editions(scheme, before), editions(scheme, after))
    [row] = [replace(each, provision=str(UUID(int=1))) for each in rows if each.is_changed]
    page = render_to_string("madda/amendments/row.html", {"row": row})
    assert re.search(r"<del>.*Maddə 2\..*</del> <ins>.*Maddə 7\..*</ins></a>", page)


INTO_PARTS = {
    "az": (
        "az",
        "Maddə 6. Baxış\n",
        "Bağa baxılır.\n",
        "6.1. Bağa baxılır.\n6.2. Hesabat yazılır.\n",
        "6.1.",
    ),
    "ru": ("", "Статья 6. Надзор\n", "Причал проверяют.\n", "1. Причал проверяют.\n2. Пишут отчёт.\n", "1."),
    "en": (
        "",
        "Article 6. Visits\n",
        "Hives are seen.\n",
        "1. Hives are seen.\n2. A report follows.\n",
        "1.",
    ),
}


@pytest.mark.parametrize("language", INTO_PARTS)
def test_an_article_that_is_divided_into_parts_keeps_its_label(language):
    country, heading, words, parts, label = INTO_PARTS[language]
    scheme = scheme_for(country, language)
    whole, divided = (editions(scheme, scheme.parse(heading + body).tree) for body in (words, parts))
    article = heading.partition(".")[0] + "."
    rows = compared_rows(whole, divided)
    assert [(row.before.label, row.after.label) for row in rows[:2]] == [(article, article), ("", label)]
    assert [row.is_renumbered for row in rows[:2]] == [False, True]
    [article_row, *_] = compared_rows(divided, whole)
    assert (article_row.before.label, article_row.after.label) == (article, article)
    assert not article_row.is_renumbered
    assert article_row.text[0] == (Mark.DELETED, f"{label} ")


@pytest.mark.parametrize("language", ACTS)
def test_what_is_counted_in_an_article_or_an_annex_is_named_in_it(language):
    scheme, tree = read(language)
    called = [row.called for row in plain_rows(editions(scheme, tree))]
    assert called[: len(CALLED[language])] == CALLED[language]
    annex = next(each.key for each in tree if each.kind == "annex")
    within = [
        name for name, each in zip(called, tree, strict=True) if annex in (e.key for e in tree.above(each))
    ]
    assert all(
        {"az": "əlavə", "ru": "приложения", "en": "the Annex"}[language] in name.replace("Ə", "ə")
        for name in within
    )
    assert len(within) == 4


@pytest.mark.parametrize("language", ACTS)
def test_the_footnote_of_a_change_stands_beside_the_new_words_alone(language):
    scheme, tree = read(language)
    (first, *_others) = [each for each in tree if each.text]
    earlier = replace(first, marks=(LiftedMark("1", "text", 0, "[1]"),))
    later = replace(earlier, text="X.", marks=(*earlier.marks, LiftedMark("2", "text", 2, "[2]")))
    texts = (Tree(tuple(each if e is first else e for e in tree)) for each in (earlier, later))
    (row,) = [row for row in compared_rows(*(editions(scheme, text) for text in texts)) if row.is_changed]
    sides = [
        [run.number for line in side.paragraphs for run in line if isinstance(run, FootnoteMark)]
        for side in (row.before, row.after)
    ]
    assert sides == [["1"], ["1", "2"]]


CAPTIONS = [
    ("az", "az", "“A haqqında” Qanununa\n2 nömrəli əlavə\nRüsumlar\n"),
    ("", "ru", "Приложение № 2\nк Закону «О паромах»\nСборы\n"),
    ("", "en", "Annex\nto the Law on Ferries\nFees\n"),
]


def with_annex(country, language, annex):
    scheme = scheme_for(country, language)
    article, *_others = ACTS[language][1].partition("\n\n")
    return scheme, scheme.parse(f"{article}\n\n{annex}").tree


def printed(template, **context):
    words = re.split(r"<[^>]*>", render_to_string(f"madda/amendments/{template}", context))
    return re.sub(
        r"\[(?:deleted|inserted) | \]", "", " ".join(words)
    ).split()  # said to who does not see the marks


@pytest.mark.parametrize("template", ["row.html", "cms/row_text.html"])
@pytest.mark.parametrize(("country", "language", "annex"), CAPTIONS)
def test_the_caption_of_an_annex_stands_on_the_page_as_in_the_text(country, language, annex, template):
    row = plain_rows(editions(*with_annex(country, language, annex)))[-1]
    assert row.is_division
    assert printed(template, row=replace(row, provision=str(UUID(int=1)))) == annex.split()


@pytest.mark.parametrize(("country", "language", "annex"), CAPTIONS)
def test_each_column_of_a_comparison_has_the_caption_of_its_own_text(country, language, annex):
    scheme, captioned = with_annex(country, language, annex)
    label = scheme.label(captioned.elements[-1])
    heading = captioned.elements[-1].heading
    plain = scheme.parse(scheme.render(captioned).replace(annex, f"{label}\n{heading}\n")).tree
    for old, new in ((captioned, plain), (plain, captioned), (captioned, captioned)):
        row = compared_rows(editions(scheme, old), editions(scheme, new))[-1]
        for side, tree in ((row.before, old), (row.after, new)):
            if side.is_absent:
                continue
            words = printed("side.html", side=side, row=row, move="")
            assert words == (annex if tree is captioned else f"{label} {heading}").split()
