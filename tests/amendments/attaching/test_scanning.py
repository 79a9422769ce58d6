"""Scanners that plugins bring are asked about each file before it is kept."""

import pytest
from wagtail import hooks

from amendments.attaching.file_refusals import FoundByScanner, NotScanned, OtherContent
from amendments.attaching.new_file import NewFile
from amendments.attaching.scanning import FILE_SCANNERS
from tests.factories.files import pdf

FOUND = "X5O-Test"


class Scanner:
    """Finds one word; is away if it is told so."""

    slug = "scanner"

    def __init__(self):
        self.asked, self.is_away = [], False

    def objection(self, name, content):
        self.asked.append(name)
        if self.is_away:
            raise ConnectionRefusedError
        return "a test virus" if FOUND.encode() in content else ""


@pytest.fixture
def scanner():
    one = Scanner()
    with hooks.register_temporarily(FILE_SCANNERS.name, lambda: one):
        yield one


def test_a_file_in_which_it_finds_something_is_refused_in_words(scanner):
    with pytest.raises(FoundByScanner, match="is refused: the scanner of this site found a test virus"):
        NewFile("bad.pdf", pdf(FOUND))
    assert NewFile("good.pdf", pdf("Words.")).name == "good.pdf"
    assert scanner.asked == ["bad.pdf", "good.pdf"]


def test_while_it_is_away_no_file_is_taken(scanner, caplog):
    scanner.is_away = True
    with pytest.raises(NotScanned, match="Try again in a few minutes"):
        NewFile("good.pdf", pdf("Words."))
    assert "The scanner scanner cannot be asked" in caplog.text


def test_it_is_not_asked_about_what_is_refused_anyway(scanner):
    with pytest.raises(OtherContent):
        NewFile("good.pdf", b"no pdf")
    assert scanner.asked == []


def test_without_one_files_are_taken_as_before():
    assert NewFile("good.pdf", pdf(FOUND)).kind.label
