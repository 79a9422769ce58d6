import pytest

from amendments.instructions.execution import spacing as joining


@pytest.mark.parametrize(
    ("text", "after", "words", "given"),
    [
        ("a b c", "b", "x", "a b x c"),
        ("a b, c", "b", "x", "a b x, c"),
        ("a b c", "b", ", x,", "a b, x, c"),
        ("a b c", "c", "x", "a b c x"),
        ("a (b) c", "b", "x", "a (b x) c"),
        ("a (b) c", "(", "x", "a (x b) c"),
        ('the "b" c', "b", "x", 'the "b x" c'),
        ("a b", "b", "(x)", "a b (x)"),
    ],
)
def test_words_are_inserted_with_one_space(text, after, words, given):
    assert joining.insert(text, text.index(after) + len(after), words).apply(text) == given


def test_words_are_inserted_before_others():
    assert joining.insert("a b", 2, "x").apply("a b") == "a x b"
    assert joining.insert("a b", 0, "x").apply("a b") == "x a b"


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("a b c", "b", "a c"),
        ("a, b c", ", b", "a c"),
        ("a b, c", "b", "a, c"),
        ("a b", "b", "a"),
        ("a b", "a", "b"),
        ("(a b)", "b", "(a)"),
        ("(a b)", "a", "(b)"),
        ('"a b"', "b", '"a"'),
        ('"a b"', "a", '"b"'),
        ("a\nb c", "b", "a\nc"),
        ("a b\nc", "b", "a\nc"),
        ("a–b", "–b", "a"),
    ],
)
def test_words_are_deleted_without_a_double_space(text, words, given):
    start = text.index(words)
    assert joining.delete(text, start, start + len(words)).apply(text) == given


@pytest.mark.parametrize(
    ("text", "old", "new", "given"),
    [
        ("a b c", "b", "x y", "a x y c"),
        ("a və b c", "və b", ", x", "a, x c"),
        ("a və b c", "və b", " , x", "a , x c"),
        ("a b c", "b", " ", "a c"),
    ],
)
def test_words_are_replaced(text, old, new, given):
    start = text.index(old)
    assert joining.replace(text, start, start + len(old), new).apply(text) == given
