"""Finding rights and treaties by words with the keyboard on a narrow screen, and signing and correcting rows."""

import pytest

from tests.journeys.hands import Keys
from tests.journeys.people import Person

pytestmark = pytest.mark.journey


def comments_on_the_whole(author: Person) -> None:
    """The form for the draft that is open in the demo."""
    author.go("/consultations/")
    rounds = author.page.locator("a[href*='/consultations/rounds/']").all()
    author.go(f"{rounds[0].get_attribute('href')}comment/")


@pytest.mark.parametrize(
    ("width", "language", "word"), [(1280, "en", "child"), (390, "az", "USAG"), (390, "ru", "ребенк")]
)
def test_a_right_is_found_by_a_word_whatever_its_accents(come, width, language, word):
    author = come("author.bar", Keys(), width=width, language=language)
    comments_on_the_whole(author)
    author.opens("details.more").checks_access()
    author.fill("sought", word)
    shown = author.page.locator("input[name=rights]:visible")
    assert {box.get_attribute("value") for box in shown.all()} >= {"E03", "E07"}
    assert author.page.locator("input[name=rights][value=G01]:visible").count() == 0
    author.tick("rights", "E03").fill("sought", "")
    assert author.page.locator("input[name=rights][value=E03]").is_visible()
    author.fill("sought", "CRC").tick("treaties", "CRC").fill("treaties-CRC", "3(1)").checks_access()


def test_a_lawyer_signs_a_right_and_a_correction_takes_the_signature_away(come):
    head, keeper = come("ombud2", width=390), come("admin")
    head.go("/cms/vocabularies/rights/").checks_access()
    head.go("/cms/vocabularies/rights/row/B01/").sees("No lawyer has reviewed").checks_access()
    head.follow("Sign as reviewed").checks_access().press("Sign as reviewed").sees(
        "Reviewed by"
    ).checks_access()
    keeper.go("/cms/vocabularies/rights/row/B01/").follow("Change", exact=True).sees(
        "the signature is removed"
    )
    keeper.checks_access().fill("label_en", "The right to life").press("Save").sees("No lawyer has reviewed")
    keeper.follow("History").sees("The right to life").checks_access()
    for slug in ("treaties", "ground", "clusters"):
        keeper.go(f"/cms/vocabularies/{slug}/").checks_access()
    keeper.go("/cms/vocabularies/treaties/row/ECHR/change/").checks_access()
