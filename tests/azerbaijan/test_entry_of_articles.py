"""Articles of an amending law of Azerbaijan that enter into force on days of their own."""

from datetime import date

import pytest

from amendments.instructions.entry_into_force import EntryIntoForce
from azerbaijan.wordings import Azerbaijani, RussianOfAzerbaijan

AZ, RU = Azerbaijani(), RussianOfAzerbaijan()


@pytest.mark.parametrize(
    ("wording", "kind", "articles", "said"),
    [
        (AZ, "law", (2,), "Bu Qanunun 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "law", (1, 3), "Bu Qanunun 1-ci və 3-cü maddələri 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "constitution", (2,), "Bu Konstitusiya Qanununun 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "decision", (2,), "Bu Qərarın 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (RU, "constitution", (2,), "Статья 2 настоящего Конституционного закона вступает в силу с 9 октября 2030 года."),
        (RU, "decision", (2,), "Статья 2 настоящего Постановления вступает в силу с 9 октября 2030 года."),
    ],
)  # fmt: skip
def test_articles_of_the_amending_act_enter_into_force_apart(wording, kind, articles, said):
    assert wording.act.enters(kind, EntryIntoForce(date(2030, 10, 9), articles)) == said
