"""The rows of all plugins are checked together before any of them is loaded."""

from dataclasses import replace

import pytest

from consultations.rules.benchmarks import (
    Benchmarks,
    ClusterRow,
    TermKind,
    TreatyArticle,
    faults,
    read_article,
)
from tests.factories.vocabulary import SMALL, labels, with_row

REF = tuple(map(read_article, ("CRC 3",)))
CASES = [
    (
        with_row(SMALL, "rights", 0, labels={"az": "a", "en": "e", "ru": " "}),
        "small: right B01 has no label in ru",
    ),
    (
        with_row(SMALL, "treaties", 1, descriptions={"en": "Check."}),
        "small: treaty ICCPR has no description in az, ru",
    ),
    (with_row(SMALL, "terms", 1, labels={}), "small: ground sex has no label in az, en, ru"),
    (with_row(SMALL, "rights", 1, code="B01"), "right B01 stands 2 times"),
    (with_row(SMALL, "terms", 2, code="sex"), "ground sex stands 2 times"),
    (with_row(SMALL, "rights", 0, cluster="Z"), "right B01 names the unknown cluster Z"),
    (with_row(SMALL, "treaties", 0, system="AU"), "treaty CRC names the unknown system AU"),
    (with_row(SMALL, "treaties", 0, system="sex"), "treaty CRC names the unknown system sex"),
    (
        with_row(SMALL, "rights", 0, articles=(TreatyArticle("XYZ", "1"),)),
        "right B01 names the unknown treaty XYZ",
    ),
    (with_row(SMALL, "rights", 0, articles=(*REF, *REF)), "small: right B01 names CRC 3 twice"),
    (
        with_row(SMALL, "rights", 0, articles=(TreatyArticle("CRC", "3" * 61),)),
        "small: right B01 names an article of more than 60 characters",
    ),
    *(
        (
            replace(SMALL, clusters=(*SMALL.clusters, ClusterRow(code=code, labels=labels("Other")))),
            f"small: cluster {code} has no code of Latin letters, figures and hyphens",
        )
        for code in ("", "-A", "A B", "Ə", "A" * 41)
    ),
    (replace(SMALL, languages=()), "small: names no language"),
]


@pytest.mark.parametrize(
    ("article", "is_one"),
    [
        *(
            (one, True)
            for one in (
                "",
                "3",
                "5(1)(f)",
                "4bis",
                "6quinquies",
                "1F",
                "1A(2)",
                "P4-2(1)",
                "33(1)-(2)",
                "10–12",
                "24(d)(vii)",
                "E",
                "P1-1",
                "Appendix",
                "Annex II",
            )
        ),
        *((one, False) for one in ("eleven", "on dignity", "5(1", "3 and 4", "...", "§")),
    ],
)
def test_an_article_is_named_by_its_number(article, is_one):
    given = with_row(SMALL, "rights", 0, articles=(TreatyArticle("CRC", article),))
    fault = f"small: right B01 names “CRC {article}”, which is no number of an article"
    assert told([given]) == ([] if is_one else [fault])


def told(plugins):
    return [str(fault) for fault in faults(plugins)]


def test_the_small_vocabulary_is_whole():
    assert faults([SMALL]) == []


@pytest.mark.parametrize(("plugin", "fault"), CASES, ids=[fault[:60] for _, fault in CASES])
def test_a_fault_is_named(plugin, fault):
    assert told([plugin]) == [fault]


def test_the_same_code_in_two_lists_is_two_terms():
    kinds = {(term.kind, term.code) for term in SMALL.terms}
    assert {(TermKind.GROUND, "language"), (TermKind.AREA, "language")} <= kinds
    assert faults([SMALL]) == []


def test_plugins_may_name_each_others_rows_and_never_repeat_them():
    rights = Benchmarks(
        slug="rights", languages=("az", "en", "ru"), clusters=SMALL.clusters, rights=SMALL.rights
    )
    treaties = replace(SMALL, clusters=(), rights=())
    assert faults([rights, treaties]) == []
    assert "treaty CRC stands 2 times" in told([SMALL, replace(treaties, slug="other")])
    assert told([rights])[:2] == [
        "right B01 names the unknown treaty ICCPR",
        "right B01 names the unknown treaty CRC",
    ]


@pytest.mark.parametrize(
    ("text", "treaty", "article"),
    [
        ("CRC 3", "CRC", "3"),
        (" ECHR  5(1)(f) ", "ECHR", "5(1)(f)"),
        ("REF67", "REF67", ""),
        ("X 2 and 3", "X", "2 and 3"),
    ],
)
def test_an_article_is_read_from_text_and_printed_back(text, treaty, article):
    read = read_article(text)
    assert (read.treaty, read.article) == (treaty, article)
    assert read_article(str(read)) == read
