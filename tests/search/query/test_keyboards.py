import pytest

from search.query.keyboards import other_layouts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dbpf", "виза"),
        ("ht,`yjr, djphfcn", "ребёнок  возраст"),
        ("Vjhfkmysq dhtl", "моральный вред"),
        ("мшяф", "viza"),
        ("эдфмэ", "əlavə"),
    ],
)
def test_the_same_keys_are_read_on_the_other_layout(typed, meant):
    assert meant in other_layouts(typed)


@pytest.mark.parametrize("typed", ["", "12.3", "icazə", "виза visa"])
def test_letters_of_one_layout_alone_have_no_other(typed):
    assert other_layouts(typed) == ()
