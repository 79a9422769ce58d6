"""Who takes part in the measurement."""

from tests.relevance.engines import elasticsearch
from tests.search.nodes import kinds
from tests.search.nodes.running import VARIABLE


def test_where_no_server_can_be_had_that_is_said_and_the_others_are_measured(monkeypatch, capsys):
    def without_maven(folder):
        raise FileNotFoundError("mvn")

    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(kinds, "elasticsearch", without_maven)
    with elasticsearch() as servers:
        assert servers == []
    assert "Without Elasticsearch, which could not be started" in capsys.readouterr().out
