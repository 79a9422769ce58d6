"""Elasticsearch and OpenSearch as engines of the search."""

import logging
import time
from collections.abc import Mapping

from elastic_transport import TransportError
from elasticsearch.dsl import MultiSearch, Search

from search.backends.elastic import asking
from search.backends.elastic.answering import acts_of, answer
from search.backends.elastic.client import Failures, Server, connected
from search.backends.elastic.names import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, Names
from search.backends.elastic.wording import Weigh, word_query
from search.backends.question import Answer, Question
from search.errors import EngineDownError
from search.query.plan import Plan, Word
from search.query.senses import telling

logger = logging.getLogger(__name__)

_REST = 10.0  # seconds during which a server that did not answer is not asked again, so that no reader waits for it
_TYPICAL = 0.5  # of the weight of a rare word in a public entry: length and frequency make half of it


class Elasticsearch:
    """Finds entries on a server. It is fed by the outbox, so it may be a second behind the data."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self._resting_until = 0.0

    def find(self, question: Question) -> Answer:
        """Answer a question. Raise `EngineDownError` at once while the server is known to be down."""
        if question.plan.is_empty:
            return Answer()
        if time.monotonic() < self._resting_until:
            raise EngineDownError(f"{self.name} did not answer a moment ago.")
        try:
            return _Finding(question).answer()
        except Failures as failure:
            if isinstance(failure, TransportError):
                self._resting_until = time.monotonic() + _REST
            logger.exception("%s could not answer", self.name)
            raise EngineDownError(str(failure)) from failure


class OpenSearch(Elasticsearch):
    """The same on OpenSearch; the client is told by `SEARCH_SERVER["product"]`."""

    name = "opensearch"


class _Finding:
    """One question while it is answered."""

    def __init__(self, question: Question) -> None:
        server = Server.configured()
        self.question = question
        self.client = connected(server).options(request_timeout=server.patience)
        self.public = Names(server.prefix).alias(PUBLIC_SCOPE)
        confidential = Names(server.prefix).alias(CONFIDENTIAL_SCOPE)
        self.index = [self.public, confidential] if question.private_tokens else [self.public]

    def answer(self) -> Answer:
        """The page and, where hits are grouped by act, the hits of each act on it."""
        weigh = self._weigh()
        page = asking.page(self.question, self.index, weigh).using(self.client).execute()
        if not self.question.by_act:
            return answer(page)
        acts = acts_of(page)
        searches = MultiSearch(using=self.client)
        for act in acts:
            searches = searches.add(asking.of_act(self.question, self.index, weigh, act))
        return answer(page, list(zip(acts, searches.execute() if acts else [], strict=True)))

    def _weigh(self) -> Weigh:
        """The weights of words in confidential entries, taken from how rare the words are in public entries.

        A server's own statistics would count words of entries that the reader must not know of.
        """
        if not self.question.private_tokens:
            return lambda word: 1.0
        rarity = self._rarity(self.question.plan)
        return lambda word: rarity[word]

    def _rarity(self, plan: Plan) -> Mapping[Word, float]:
        search = Search(using=self.client, index=self.public).extra(size=0, track_total_hits=True)
        named = {str(number): word for number, word in enumerate(plan.wanted)}
        if named:
            filters = {name: word_query(word) for name, word in named.items()}
            search.aggs.bucket("words", "filters", filters=filters)
        found = search.execute()
        total = found.hits.total.value
        return {
            word: _TYPICAL * telling(total, found.aggregations.words.buckets[name].doc_count)
            for name, word in named.items()
        }
