"""Large inputs: every bound that keeps time and room in proportion still gives both texts back."""

import random

import pytest

from amendments.redline import vocabulary
from amendments.redline.alignment import similarity
from amendments.redline.plain import compare_plain
from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text
from tests.amendments.redline.notation import accepted, marked, rejected


def act(articles: int, seed: int) -> list[str]:
    source = random.Random(seed)  # noqa: S311 - words, no secrets
    words = ["".join(source.choices("abcdefghij", k=5)) for _ in range(600)]
    return [f"Article {k}.\n{' '.join(source.choices(words, k=25))}.\n" for k in range(articles)]


def test_many_amended_articles_that_changed_their_numbers_are_each_found_again() -> None:
    before = act(80, seed=1)
    after = [
        article.replace(f"Article {k}.", f"Article {k + 1}.").replace(" ", " anew ", 2)
        for k, article in enumerate(before)
    ]
    after = [article.replace("Article anew ", "Article ") for article in after]
    redline = compare_plain("".join(before), "".join(after))
    assert not redline.moves
    changed = [p.span.text.strip() for p in redline.passages if p.span.mark is not Mark.KEPT]
    assert changed.count("anew") == 80
    assert {"0", "80"} <= set(changed)


def test_articles_shuffled_and_amended_are_found_elsewhere() -> None:
    before = act(60, seed=2)
    source = random.Random(4)  # noqa: S311 - an order, no secret
    after = [article[:-2] + " anew.\n" for article in source.sample(before, len(before))]
    redline = compare_plain("".join(before), "".join(after))
    assert len(redline.moves) > 40
    spans = [passage.span for passage in redline.passages]
    assert (rejected(spans), accepted(spans)) == ("".join(before), "".join(after))


def test_more_words_than_characters_are_shown_as_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_ROOM", 4)
    before, after = "one two three four five", "one six three seven five"
    assert marked(diff_text(before, after)) == "one {-two three four-}{+six three seven+} five"


def test_a_vocabulary_skips_the_surrogates_and_shares_its_last_character() -> None:
    words = vocabulary.Vocabulary()
    coded = words.coded(range(0xE000))
    assert len(set(coded)) == 0xE000
    assert not any(0xD800 <= ord(character) < 0xE000 for character in coded)
    assert not words.is_full


def test_very_long_blocks_are_alike_by_the_words_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similarity, "_LONG_BLOCKS", 1)
    assert similarity.shared_words("abcd", "dxba") == 3
    monkeypatch.setattr(similarity, "_LONG_BLOCKS", 100)
    assert similarity.shared_words("abcd", "abxd") == 3
    assert similarity.shared_words("abcd", "dcba") == 1


def test_thousands_of_words_without_any_anchor_are_compared_in_windows() -> None:
    source = random.Random(6)  # noqa: S311 - words, no secrets
    before, after = (" ".join(source.choices("abc", k=20_000)) for _ in range(2))
    spans = diff_text(before, after)
    assert (rejected(spans), accepted(spans)) == (before, after)
