import pytest

from amendments.queries.law.cited_numbers import cited_numbers


@pytest.mark.parametrize(
    ("eid", "numbers"),
    [
        ("art_12", ("(12)",)),
        ("art_12.2", ("(12.2)",)),
        ("art_12__para_2", ("(12)(2)",)),
        ("art_12-1__para_2__subpara_3", ("(12-1)(2)(3)",)),
        ("art_9__para_1__point_a", ("(9)(1)(a)",)),
        ("art_8__tr_1__tr_3", ("(8)(1)(3)",)),
        ("art_8__para_1__tr_3-1", ("(8)(1)(3-1)",)),
        ("art_94__para_I__subpara_21", ("(94)(I)(21)", "(94)(1)(21)")),
        ("art_25__para_III", ("(25)(III)", "(25)(3)")),
        ("art_9__para_2__point_I", ("(9)(2)(I)",)),
        ("art_8__table_1__tr_3", ()),
        ("chp_2", ("chapter.2",)),
        ("sec_II", ("section.2",)),
        ("sec_II__chp_III", ("chapter.3", "section.2.chapter.3")),
        ("sec_3__dvs_2", ("division.2", "section.3.division.2")),
        ("chp_3__dvs_2", ("division.2", "chapter.3.division.2")),
        ("sec_nn-1__dvs_2", ("division.2",)),
        (
            "sec_1__chp_2__dvs_3",
            ("division.3", "section.1.division.3", "chapter.2.division.3", "section.1.chapter.2.division.3"),
        ),
        (
            "sec_1__dvs_2__dvs_3",
            (
                "subdivision.3",
                "section.1.subdivision.3",
                "division.2.subdivision.3",
                "section.1.division.2.subdivision.3",
            ),
        ),
        ("chp_nn-1", ()),
        ("chp_1__dvs_nn-2", ()),
        ("annex_1__chp_2", ()),
        ("annex_1", ("(annex.1)",)),
        ("annex_III__p_1", ()),
        ("annex_III__subpara_a", ("(annex.III)(a)", "(annex.3)(a)")),
        ("annex_1__art_2", ("(annex.1)(2)",)),
        ("annex_1__dvs_3__para_1", ("(annex.1)(3)(1)",)),
        ("annex_2__table_1__tr_3", ("(annex.2)(3)",)),
        ("annex_2__table_1", ()),
        ("annex_nn-1__para_1", ()),
        ("art_73__note_1", ("(73)(note)",)),
        ("art_73__note_2", ("(73)(note)(2)",)),
        ("art_73__note_1__para_2__subpara_1", ("(73)(note)(2)(1)",)),
        ("art_158__para_2_2", ("(158)(note)(2)",)),
        ("title", ()),
        ("art_5__p_1", ()),
        ("", ()),
    ],
)
def test_what_is_cited_by_number_has_a_key(eid, numbers):
    assert cited_numbers(eid) == numbers
