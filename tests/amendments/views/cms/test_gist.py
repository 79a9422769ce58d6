"""An instruction in one line: an insertion names the words beside which it stands and does not read as a replacement."""

import pytest
from django.utils.translation import override

from amendments.views.cms.frame import gist

INSERTED = {
    "en": ("2.1: after “ten”: + silver", "2.1: before “ten”: + silver"),
    "ru": ("2.1: после слов «ten»: + silver", "2.1: перед словами «ten»: + silver"),
    "az": ("2.1: “ten” sözlərindən sonra: + silver", "2.1: “ten” sözlərindən əvvəl: + silver"),
}


@pytest.mark.parametrize("language", INSERTED)
def test_words_that_are_inserted_are_said_to_stand_beside_others(language):
    with override(language):
        said = tuple(
            gist({"op": op, "target": "2.1", "anchor": "ten", "new": "silver"})
            for op in ("insert_after", "insert_before")
        )
        replaced = gist({"op": "replace_words", "target": "2.1", "old": "ten", "new": "12"})
    assert said == INSERTED[language]
    assert replaced == "2.1: ten → 12"
