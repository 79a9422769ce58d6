"""Names of bodies, treaties and posts, whose words suggest no right."""

import pytest

from rights.suggesting.cues import CueError, folded, read_cues
from rights.suggesting.names import names_in
from rights.suggesting.suggestion import suggestions
from tests.benchmarks.rights import cues_of


def named(language, text):
    return [text[slice(*place)] for place in names_in(text, folded(text), cues_of(language).names)]


def rights(language, text):
    return {one.right for one in suggestions(text, cues_of(language))}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "a decision of the Refugee Protection Division", "Refugee Protection Division"),
        ("en", "Refugee Appeal Division may sit", "Refugee Appeal Division"),
        ("en", "the Board of Refugee Appeals", "Board of Refugee Appeals"),
        ("en", "under the Convention on the status of refugees.", "Convention on the status of refugees"),
        ("en", "Referral to Refugee Protection Division", "Refugee Protection Division"),
        (
            "az",
            "bunu Qaçqınların və Məcburi Köçkünlərin İşləri üzrə Dövlət Komitəsi edir",
            "Qaçqınların və Məcburi Köçkünlərin İşləri üzrə Dövlət Komitəsi",
        ),
        (
            "az",
            "bunu Ailə, Qadın və Uşaq Problemləri üzrə Dövlət Komitəsi edir",
            "Ailə, Qadın və Uşaq Problemləri üzrə Dövlət Komitəsi",
        ),
        ("az", "ərizə Qaçqınlar üzrə komitəyə verilir", "Qaçqınlar üzrə komitəyə"),
        (
            "az",
            "“Qaçqınların statusu haqqında” 1951-ci il tarixli Konvensiyaya görə",
            "Qaçqınların statusu haqqında” 1951-ci il tarixli Konvensiyaya",
        ),
        ("ru", "решение, которое приняла Апелляционная комиссия", "Апелляционная комиссия"),
        ("ru", "Апелляционная комиссия рассматривает дело.", "Апелляционная комиссия"),
        ("ru", "обращается в Комитет по делам беженцев", "Комитет по делам беженцев"),
        ("ru", "Конвенция о статусе беженцев не применяется", "Конвенция о статусе беженцев"),
    ],
)
def test_names_are_known(language, text, name):
    assert name in named(language, text)
    assert rights(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "Appeals may be made to the Board.", "F02"),
        ("en", "Appeal to the Refugee Appeal Division", "F02"),
        ("en", "Detention of Children and Families", "B06"),
        ("en", "DETENTION OF CHILDREN", "B06"),
        ("en", "The Refugee Appeal Division hears the appeal.", "F02"),
        ("en", "1. Detention\nThe Minister may order it.", "B04"),
        ("en", "A person is a Convention refugee if recognised.", "C06"),
        ("az", "Şikayət Komissiyaya verilir.", "F02"),
        ("az", "Şikayət Dövlət Miqrasiya Xidmətinə verilir.", "F02"),
        ("az", "QAÇQIN STATUSU ALMIŞ ŞƏXS", "C06"),
        ("az", "Əcnəbinin şikayəti haqqında Dövlət Miqrasiya Xidməti qərar qəbul edir.", "F02"),
        ("ru", "Жалоба комиссии не направляется.", "F02"),
        ("ru", "Беженцы имеют право на труд.", "G01"),
        ("ru", "Комитет по делам беженцев рассматривает жалобы.", "F02"),
    ],
)
def test_capitals_of_headings_and_sentences_go_on_counting(language, text, right):
    assert right in rights(language, text)


def test_a_cue_with_a_capital_counts_inside_a_name():
    assert "B02" in rights("en", "the National Preventive Mechanism Service may visit")
    assert "G12" in rights("az", "bunu Dövlət Əmək Müfəttişliyi yoxlayır")


def test_a_name_beside_another_word_of_its_cue_counts():
    lines = read_cues(["B02: commissioner* + visit*", "= body: commissioner*"])
    (told,) = suggestions("the Human Rights Commissioner visits the centre", lines)
    assert told.words == ("Commissioner", "visits")


def test_an_acronym_or_two_are_no_name():
    assert named("en", "a test for HIV, TB and others") == []


@pytest.mark.parametrize("line", ["= bodies: board", "= body", "= body: board, "])
def test_a_line_of_names_that_cannot_be_read_is_named(line):
    with pytest.raises(CueError, match="Line 1"):
        read_cues([line])
