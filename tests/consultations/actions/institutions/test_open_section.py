"""An institution becomes a drafting body once, with a group of its own."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Library, Section
from amendments.permissions import sections_of
from consultations.actions.institutions.open_section import OpenSection
from consultations.errors import InstitutionEnded


def opened(world, institution):
    return OpenSection(institution, actor=Actor.now(world.admin)).execute()


def test_the_group_of_a_section_drafts_there(world):
    section = opened(world, world.ngo)
    group = Group.objects.get(page_permissions__page=section)
    assert (section.title, world.ngo.section, group.user_set.count()) == (world.ngo.name, section, 0)
    world.citizen.groups.add(group)
    assert sections_of(world.citizen) == [section.path]


def test_the_first_section_of_a_new_site_brings_the_library_of_acts(world):
    rows = Library.objects.all()
    rows._raw_delete(rows.db)  # the acts below it are records that cannot be deleted
    opened(world, world.ngo)
    assert Library.objects.get().live
    opened(world, world.stranger)
    assert Library.objects.count() == 1


def test_a_second_click_opens_no_second_section(world):
    before = Section.objects.count()
    assert opened(world, world.ngo) == opened(world, world.ngo)
    assert Section.objects.count() == before + 1


def test_an_institution_that_has_ended_becomes_no_drafting_body(world):
    world.ngo.start = world.ngo.end = timezone.localdate() - timedelta(days=2)
    world.ngo.save()
    with pytest.raises(InstitutionEnded):
        opened(world, world.ngo)


def test_two_institutions_of_one_name_have_sections_and_groups_of_their_own(world):
    type(world.ngo).objects.filter(pk=world.stranger.pk).update(name=world.ngo.name)
    world.stranger.refresh_from_db()
    sections = [opened(world, body) for body in (world.ngo, world.stranger)]
    assert len({section.slug for section in sections}) == 2
    assert Group.objects.filter(page_permissions__page__in=sections).count() == 2


def test_an_address_that_another_page_has_is_not_taken_away(world):
    type(world.ngo).objects.filter(pk=world.ngo.pk).update(slug="acts")
    world.ngo.refresh_from_db()
    assert opened(world, world.ngo).slug == "acts-1"
