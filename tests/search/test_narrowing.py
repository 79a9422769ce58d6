"""Filters that a reader types beside words."""

import pytest

from search.query.plan import Misread
from tests.search.asking import search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["instrument:1", "in:none", "status:lost", "institution:secret", "year:1800"]
)
def test_a_filter_that_no_hit_fits_is_told_whatever_others_may_read(notebook, name):
    notebook.add("permit", instrument="27-L")
    notebook.add("permit", "org:7", institution="Secret Service")
    notebook.index()
    for query in (name, f"permit {name}", f"{name} permit OR fee", f"nothing {name}"):
        told = search(query, None)
        assert (told.total, [one for one in told.plan.misread if one[1] == name]) == (
            0,
            [(Misread.UNFIT, name)],
        )
    assert search("permit in:27-l kind:note", None).plan.misread == ()
    assert (Misread.UNFIT, name) in search(f"permit in:27-l {name}", None).plan.misread
