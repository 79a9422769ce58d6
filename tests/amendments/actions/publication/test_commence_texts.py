from django.utils import timezone

from amendments.actions.publication.commence_texts import CommenceTexts
from amendments.signals import changed
from tests.factories import law


def test_each_text_is_announced_in_the_name_of_whoever_sealed_it(world):
    law.release(world.base, "public", world.drafter, world.secretary)
    heard = []

    def hear(kind, ids, actor, step, **_):
        heard.append((kind, list(ids), actor.user, step))

    changed.connect(hear)
    try:
        CommenceTexts([world.base], timezone.now()).execute()
    finally:
        changed.disconnect(hear)
    assert heard == [
        ("amendments.version", [world.base.pk], world.base.sealed_by, "amendments.commence_texts")
    ]
