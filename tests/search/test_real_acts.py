"""Search over real acts: by number, without the letters of the language, in other forms of the words."""

import json
import random
import re

import pytest

from search.query.analysis import tokens
from search.sources import Entry, Text
from tests.search.asking import search

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]

ASCII = str.maketrans("əƏıİşŞçÇğĞöÖüÜ", "eEiIsScCgGoOuU")
ENDING = re.compile(r"(?:l[aə]r[ıiə]?n?|[ıiuü]n|d[aə]n?|s[ıi])$")


@pytest.fixture
def code(notebook, real_data):
    """Every numbered provision of the Migration Code with words, by key."""
    nodes = json.loads((real_data / "az" / "migration_code_2023-05.json").read_text(encoding="utf-8"))[
        "nodes"
    ]
    texts = {}
    for place, node in enumerate(nodes):
        written = f"{node.get('heading') or ''} {node.get('text') or ''}".strip()
        if len(written) > 60 and re.fullmatch(r"[\d.-]+", node.get("num") or ""):
            texts[str(place)] = (node["num"].strip("."), written)
    for key, (number, written) in texts.items():
        cite = (number,) if "." in number else ()
        notebook.rows[key] = [
            Entry(
                id=key, url="/", texts=(Text("az", "", written),), audience=frozenset({"public"}), cite=cite
            )
        ]
    notebook.index()
    return texts


def sample(code, count):
    return random.Random(4).sample(sorted(code.items()), count)  # noqa: S311 - no secret


def place_of(key, query, code):
    """Where the provision stands among the hits, one of the same words counting as itself; None when not on the page."""
    hits = [card.hit.id for card in search(query, None).cards]
    return next((place for place, hit in enumerate(hits) if code[hit][1] == code[key][1]), None)


@pytest.mark.parametrize("written", ["{}-ci maddə", "maddə {}", "MADDE {}", "{}", "Article {}", "ст. {}"])
def test_provisions_are_found_first_by_their_numbers(code, written):
    numbers = {number for _, (number, _) in sample(code, 40) if "." in number}
    for number in numbers:
        first = search(written.format(number), None).cards[0]
        assert code[first.hit.id][0] == number


def test_typing_without_the_letters_of_the_language_changes_nothing(code):
    for _key, (_, written) in sample(code, 40):
        query = " ".join(written.split()[:4])
        with_letters, without = (search(text, None) for text in (query, query.translate(ASCII)))
        assert [card.hit.id for card in without.cards] == [card.hit.id for card in with_letters.cards]


def test_words_of_a_provision_find_it_also_without_their_endings(code):
    as_written = without_endings = 0
    chosen = sample(code, 80)
    for key, (_, written) in chosen:
        words = [written[t.start : t.end] for t in tokens(written) if t.word.isalpha() and len(t.word) > 4][
            :12
        ]
        bare = [ENDING.sub("", word) if len(word) > 7 else word for word in words]
        as_written += place_of(key, " ".join(words), code) is not None
        without_endings += place_of(key, " ".join(bare), code) is not None
    assert as_written >= 0.95 * len(chosen)
    assert without_endings >= 0.95 * len(chosen)
