"""Who has not seen the newest answer on a recommendation is told so in words about recommendations."""

import pytest

from rights.errors.of_follow_up import FollowedUpMeanwhile
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow


def test_a_stale_answer_is_refused_with_the_words_of_a_recommendation(office, row):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    follow(office, row, law.text_in(draft), seen=0)
    with pytest.raises(FollowedUpMeanwhile, match="what became of this recommendation"):
        follow(office, row, law.text_in(draft), seen=0, note="Another word.")
