"""Compares the database with the server, entry by entry and word for word: `python -m tests.search.elastic.checking`."""

import json

import django


def main():
    """Print what was found."""
    from search.backends.store import Batch, store
    from search.delivery import loaded
    from search.models import Change, ConfidentialEntry, DeadLetter, PublicEntry

    server = store()
    live = server.live()
    server.refresh(live)
    found = {"entries": 0, "lost": 0, "risen": 0, "different": 0, "generation": live}
    for model in (PublicEntry, ConfidentialEntry):
        here = set(model.objects.values_list("source", "key"))
        there = set(server.places(live, is_public=model is PublicEntry))
        rows = list(loaded(model))
        found["entries"] += len(here)
        found["lost"] += len(here - there)
        found["risen"] += len(there - here)
        for start in range(0, len(rows), 1000):
            found["different"] += len(server.differing(live, Batch(rows[start : start + 1000])))
    found |= {"waiting": Change.objects.count(), "dead": DeadLetter.objects.count()}
    print(json.dumps(found))


if __name__ == "__main__":
    django.setup()
    main()
