"""Prices and the numbers of columns count nothing, although one of them may go on from the article above it."""

TEXT = "QANUN\nMaddə 1. Rüsum\n1.1. Lampa üçün.\n{}\nMaddə 9. Son\n9.1. Mətn.\n"


def codes(az, words):
    return [finding.code for finding in az.parse(TEXT.format(words)).stopping]


def test_prices_are_no_numbers(az):
    assert "unknown_headings" not in codes(az, "2 manat\nFitil.\n5 manat\nYağ.\n3 manat\nQaz.\n0,03")


def test_numbers_of_columns_are_none_of_rows(az):
    heads = "Adı\nMəbləği\n1\n2\nLampa.\nBeş manat.\n"
    assert "unknown_headings" not in codes(az, 3 * heads)


def test_words_that_are_counted_one_by_one_are_told(az):
    assert "unknown_headings" in codes(az, "Söz.\n2 Lampa\nSöz.\n3 Lampa\nSöz.\n4 Lampa")
    assert "unknown_headings" in codes(az, "Adı\n1\nLampa.\n2\nFitil.")
