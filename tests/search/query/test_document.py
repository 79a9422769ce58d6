from search.query import document
from search.query.document import Written, analyse


def test_a_document_has_stems_words_and_citations():
    terms = analyse([Written("en", "Permits", "The state's permits")], ["12.3."], 3)
    assert terms.heading_stems == ["en:permit"]
    assert terms.body_stems == ["en:state", "en:permit"]
    assert terms.headings == [["permits"]]
    assert terms.bodies == [["the", "state", "permits"]]
    assert terms.cites == ["cite:12.3"]


def test_a_provision_is_filed_under_the_one_behind_which_it_was_inserted_too():
    assert document.cite_keys(["12-1", "13.1-1", "12-1.2", "12(3)"]) == [
        *("12-1", "12-"),
        *("13.1-1", "13.1-"),
        "12-1.2",
        *("12.3", "(12)(3)"),
    ]


def test_a_language_without_stems_keeps_its_words():
    terms = analyse([Written("fr", "", "Le séjour")], [], 3)
    assert (terms.body_stems, terms.bodies) == ([], [["le", "sejour"]])


def test_a_document_is_cut_where_the_positions_end(monkeypatch):
    monkeypatch.setattr(document, "MAX_WORDS", 3)
    terms = analyse([Written("en", "one two", "three four"), Written("en", "five", "six")], [], 3)
    assert (terms.headings, terms.bodies) == ([["one", "two"], []], [["three"], []])


def test_a_document_of_very_long_words_is_cut_before_it_is_too_long(monkeypatch):
    monkeypatch.setattr(document, "MAX_LETTERS", 11)
    terms = analyse([Written("en", "one two", "three four"), Written("en", "six", "five")], [], 3)
    assert (terms.headings, terms.bodies) == ([["one", "two"], []], [["three"], []])
