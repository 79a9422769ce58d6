"""What can be said of the analyzers without a server."""

import re

import pytest

from search.backends.elastic.analyzers import IN_NUMBERS, exact


@pytest.mark.parametrize("number", ["148-1", "1-2-3-4", "12-1-1-1-1"])
def test_a_number_of_many_levels_is_one_word_in_index_and_query(number):
    assert re.sub(IN_NUMBERS, "_", number) == exact(number)
