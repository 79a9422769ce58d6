import pytest

from search.query.plan import cite_key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("12.3.", "12.3"),
        ("12-1.1", "12-1.1"),
        ("12(3)(a)", "12.3.a"),
        ("12 (3)", "12.3"),
        ("IV", "iv"),
        ("(a)", "a"),
    ],
)
def test_printed_numbers_have_one_key(printed, key):
    assert cite_key(printed) == key
