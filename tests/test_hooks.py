"""Every hook is documented and refuses what does not fit it."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail import hooks

from amendments import hooks as points
from amendments.attaching.scanning import FILE_SCANNERS
from amendments.hooks import collect
from consultations import hooks as of_consultations
from rights import hooks as of_rights

POINTS = (*points.POINTS, FILE_SCANNERS, *of_consultations.POINTS, *of_rights.POINTS)
ROOT = Path(__file__).resolve().parents[1]


def test_every_hook_has_a_section_in_the_documentation():
    text = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    for point in POINTS:
        assert f"## {point.name}\n" in text


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.name)
def test_a_hook_refuses_what_is_not_of_its_kind(point):
    with (
        hooks.register_temporarily(point.name, lambda: object()),
        pytest.raises(ImproperlyConfigured, match=point.name),
    ):
        collect(point)


def test_a_hook_refuses_a_second_registration_and_names_the_offender():
    class Everybody:
        slug = "everybody"

        def drafts_of(self, user):
            return None

        def texts_of(self, user):
            return None

    def second():
        return Everybody()

    with (
        hooks.register_temporarily([(points.AUDIENCES.name, Everybody), (points.AUDIENCES.name, second)]),
        pytest.raises(ImproperlyConfigured, match="second"),
    ):
        collect(points.AUDIENCES)
