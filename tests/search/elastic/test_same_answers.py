"""The tests of the embedded engine, run against a server."""

import pytest

from search.queries import engine_answers
from tests.search.test_acts_alone import *  # noqa: F403
from tests.search.test_cited import *  # noqa: F403
from tests.search.test_completions import *  # noqa: F403
from tests.search.test_dates import *  # noqa: F403
from tests.search.test_export import *  # noqa: F403
from tests.search.test_formulas import *  # noqa: F403
from tests.search.test_groups import *  # noqa: F403
from tests.search.test_in_named_act import *  # noqa: F403
from tests.search.test_leaks import *  # noqa: F403
from tests.search.test_narrowing import *  # noqa: F403
from tests.search.test_queries import *  # noqa: F403

pytestmark = pytest.mark.django_db
del test_a_page_of_hits_costs_a_fixed_number_of_queries  # noqa: F821 - of the embedded engine's statements


@pytest.fixture(autouse=True)
def _by_server(asked, monkeypatch):
    def refuse():
        raise AssertionError("the embedded engine was asked instead")

    monkeypatch.setattr(engine_answers, "Embedded", refuse)
