"""The demo story begins with the same actions as real work. `test_loader.py` tells all of it, in `.ci/run`."""

from datetime import date

import pytest

from amendments.models import Amendment, Release, Version
from consultations.models import Institution
from portal.demo import telling
from portal.demo.loader import begin

pytestmark = [pytest.mark.django_db, pytest.mark.whole]


def test_the_story_begins_with_the_people_the_law_and_an_amendment():
    steps = begin(date(2026, 11, 25))
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    for step in steps:
        telling.post(step.at)
        step.do()
        if Amendment.objects.exists():
            break
    assert Institution.objects.count() == 24
    base = Version.objects.get()
    assert base.entries.count() > 50
    assert Release.objects.filter(version=base).exists()
    assert Amendment.objects.get().amended_acts.get().base_version == base
