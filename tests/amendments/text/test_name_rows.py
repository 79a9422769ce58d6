"""Names are joined as the reader's language joins them."""

import pytest
from django.utils.translation import override

from amendments.text.name_rows import names_in_a_row


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("en", "Ada", "Ada"),
        ("en", "Ada\nBen", "Ada and Ben"),
        ("en", "Ada\nBen\nEve", "Ada, Ben and Eve"),
        ("az", "Ada\nBen", "Ada və Ben"),
        ("ru", "Ada\nBen\nEve", "Ada, Ben и Eve"),
    ],
)
def test_names_stand_in_a_row(language, names, said):
    with override(language):
        assert names_in_a_row(names) == said
