"""A search server in memory, which keeps the rules of external versions."""

from search.errors import EngineDownError
from search.models import ConfidentialEntry, PublicEntry
from search.models.entries import IndexedEntry

PUBLIC, CONFIDENTIAL = PublicEntry, ConfidentialEntry


class StoreInMemory:
    """A `Store`. `before_write` is called once before a write takes effect: what happens elsewhere meanwhile."""

    def __init__(self):
        self.kept = {}  # generation: {(model, place): (version, words or None)}
        self.searched = None
        self.is_down = False
        self.refusals = {}  # place: refusal
        self.before_write = None
        self.settled = set()

    def create(self, generation):
        self._answer()
        self.kept[generation] = {}

    def write(self, generation, batch, version):
        self._answer()
        meanwhile, self.before_write = self.before_write, None
        if meanwhile:
            meanwhile()
        for row in batch.present:
            place = (row.source, row.key)
            if place not in self.refusals:
                self._put(generation, type(row), place, version, said(row))
                if batch.may_have_moved:
                    self._put(generation, other(type(row)), place, version, None)
        for place in batch.gone:
            for model in (PUBLIC, CONFIDENTIAL):
                self._put(generation, model, place, version, None)
        return [
            self.refusals[(row.source, row.key)]
            for row in batch.present
            if (row.source, row.key) in self.refusals
        ]

    def settle(self, generation):
        self.settled.add(generation)

    def refresh(self, generation):
        self._answer()

    def places(self, generation, *, is_public):
        model = PUBLIC if is_public else CONFIDENTIAL
        return iter(
            [place for (one, place), (_, words) in self.kept[generation].items() if one is model and words]
        )

    def differing(self, generation, batch):
        wrong = set()
        for row in batch.present:
            place = (row.source, row.key)
            if self._read(generation, type(row), place) != said(row):
                wrong.add(place)
            if self._read(generation, other(type(row)), place) is not None:
                wrong.add(place)
        return wrong | {
            place
            for place in batch.gone
            if any(self._read(generation, model, place) is not None for model in (PUBLIC, CONFIDENTIAL))
        }

    def switch(self, generation):
        self._answer()
        self.searched = generation

    def exists(self, generation):
        return generation in self.kept

    def live(self):
        self._answer()
        return self.searched

    def drop(self, generation):
        self.kept.pop(generation, None)

    def words(self, generation):
        """What is there, by key: with whether it is public."""
        return {
            place[1]: (words, model is PUBLIC)
            for (model, place), (_, words) in self.kept[generation].items()
            if words is not None
        }

    def _answer(self):
        if self.is_down:
            raise EngineDownError("down")

    def _put(self, generation, model, place, version, words):
        known, _ = self.kept[generation].get((model, place), (0, None))
        if version >= known:
            self.kept[generation][model, place] = (version, words)

    def _read(self, generation, model, place):
        return self.kept[generation].get((model, place), (0, None))[1]


def said(row: IndexedEntry) -> str:
    """What an entry says."""
    return row.content.written[0].body


def other(model):
    """The other kind of entries."""
    return CONFIDENTIAL if model is PUBLIC else PUBLIC
