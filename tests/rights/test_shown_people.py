"""What would show somebody is refused at once, all of it, so that nobody corrects a text word by word."""

import pytest

from rights.errors import ShowsSomebody
from rights.forms.evidence_form import EvidenceForm
from rights.models import Opinion
from rights.shown_people import MOST_REFUSED, refuse_identifiers, refuse_identifiers_in, warnings_of

PASSPORT, MAIL = "AZE7654321", "a.person@example.org"


def test_every_identifier_of_a_text_is_named_with_its_kind():
    with pytest.raises(ShowsSomebody) as refusal:
        refuse_identifiers(f"{PASSPORT} wrote from {MAIL}, {PASSPORT}.")
    assert str(refusal.value) == (
        f"“{MAIL}” (an e-mail address), “{PASSPORT}” (the number of a document) would show who somebody is."
        " Leave them out."
    )


def test_one_identifier_is_named_alone():
    with pytest.raises(ShowsSomebody) as refusal:
        refuse_identifiers(PASSPORT)
    said = f"“{PASSPORT}” would show who somebody is (the number of a document). Leave it out."
    assert str(refusal.value) == said


def test_each_field_of_an_opinion_is_named():
    opinion = Opinion(title=f"On {PASSPORT}", text=f"From {MAIL} and b{MAIL}.")
    with pytest.raises(ShowsSomebody) as refusal:
        refuse_identifiers_in(opinion)
    title, text = warnings_of([opinion])
    assert str(refusal.value) == f"{title} {text}"
    assert (title[:6], text[:5], text.count(MAIL)) == ("Title:", "Text:", 2)


def test_each_field_of_a_form_names_all_of_its_own():
    typed = {"kind": "visit", "period": "2026", "cases": "1", "summary": f"{PASSPORT}, {MAIL}", "place": MAIL}
    form = EvidenceForm(typed)
    assert not form.is_valid()
    (said,), (place,) = form.errors["summary"], form.errors["place"]
    assert PASSPORT in said
    assert MAIL in said
    assert PASSPORT not in place


def test_a_text_full_of_identifiers_names_the_first_ones():
    words = " ".join(f"AZE{number}" for number in range(7_000_000, 7_000_000 + 2 * MOST_REFUSED))
    with pytest.raises(ShowsSomebody) as refusal:
        refuse_identifiers(words)
    assert str(refusal.value).count("AZE") == MOST_REFUSED
    assert "…" in str(refusal.value)
