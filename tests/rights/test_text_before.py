"""Against which text each text of an issue is compared, however many nobody answered for."""

from types import SimpleNamespace

from rights.queries.text_before import answered_before

DRAFT = SimpleNamespace(amendment_id=1)


def text(number, told, draft=DRAFT):
    version = SimpleNamespace(draft=draft, text_of=None)
    return SimpleNamespace(version=version, version_id=number, text_hash=told)


def test_a_thousand_texts_that_nobody_answered_for_are_passed_over():
    texts = [text(0, "raised", None), *(text(number, str(number)) for number in range(1, 1000))]
    assert answered_before(texts[-1], texts[:-1], ()) is texts[0]
    assert answered_before(texts[-1], texts[:-1], {(2, "2")}) is texts[2]


def test_a_law_with_the_words_of_the_answered_text_stands_for_it():
    texts = [text(0, "raised", None), text(1, "same"), text(2, "same", None), text(3, "other", None)]
    last = text(4, "last")
    other = SimpleNamespace(amendment_id=2)
    last.version.draft = other
    texts[2].version.text_of = SimpleNamespace(draft=DRAFT)
    texts[3].version.text_of = SimpleNamespace(draft=other)
    assert answered_before(texts[3], texts[:3], {(1, "same")}) is texts[2]
    assert answered_before(last, texts, {(1, "same")}) is texts[2]
