import pytest
from hypothesis import given, strategies as st

from amendments.provisions.index import Index, between, numbers_of, value_of
from amendments.provisions.provision_errors import KeyTaken
from amendments.provisions.tree import Element, Kind


@given(st.lists(st.floats(0, 1), max_size=60))
def test_there_is_always_a_label_between_two(places):
    labels = [(-1,)]
    for place in places:
        at = int(place * (len(labels) - 1))
        end = labels[at + 1] if at + 1 < len(labels) else None
        labels.insert(at + 1, between(labels[at], end))
    assert labels == sorted(set(labels))


def test_labels_of_a_long_run_stay_short():
    label, end = (4,), (5,)
    for _ in range(1000):
        label = between(label, end)
    assert len(label) == 2


def test_a_second_provision_with_a_key_does_not_take_the_place_of_the_first():
    first, second = (Element("k", Kind.ARTICLE, number, f"art_{number}") for number in ("1", "2"))
    for index in (lambda: Index.of([first, second]), lambda: Index.of([first]).inserted(second, "k")):
        with pytest.raises(KeyTaken):
            index()


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("12", "12"),
        ("II", "2"),
        ("12–1", "12-1"),
        ("12¹", "12-1"),
        ("12-I", "12-1"),
        ("9.3.4-1", "9.3.4-1"),
        ("12A", "12-+1"),
        ("a", ""),
        ("ğ", ""),
        ("6.A", ""),
        ("6.i-1", ""),
        ("6.II", "6.2"),
        ("", ""),
        ("?", ""),
        ("12..1", ""),
    ],
)
def test_a_number_has_a_value(number, value):
    assert value_of(number) == value


def test_a_provision_is_cited_by_the_number_of_its_eid_too():
    element = Element("k", Kind.SECTION, "BİRİNCİ", "sec_1")
    assert "1" in numbers_of(element)
