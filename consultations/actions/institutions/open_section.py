"""Makes an institution a drafting body."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import GroupPagePermission, Site

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.models import Library, Section
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.errors import InstitutionEnded
from consultations.models import Institution
from consultations.models.institution import stands


class OpenSection(BaseAction[Section]):
    """An administrator opens the section in which an institution drafts.

    The section stands below the home page of the site. A group with its name may change it; nobody is in the group yet.
    The first section brings the library of acts.
    """

    action_name = "consultations.open_section"
    instance: Institution

    def user_has_permission(self) -> bool:
        """Administrators of the site."""
        return holds(self.user, Power.OPEN_SECTION)

    def done(self) -> Section | None:
        """The section that the institution has already."""
        self.instance.refresh_from_db()
        return self.instance.section

    def perform(self) -> Section:
        """Add the page, its group, and the link from the institution."""
        if not stands(self.instance, self.actor.at):
            raise InstitutionEnded
        section = self._page()
        drafters = Group.objects.create(name=_free_name(section.title, section.slug))
        change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=drafters, page=section, permission=change)
        self.instance.section = section
        attribute(self.instance, self.actor)
        self.instance.save()
        self.touched("consultations.institution", [self.instance.pk])
        return section

    def _page(self) -> Section:
        home = Site.objects.get(is_default_site=True).root_page
        if not Library.objects.exists():  # a new site: without one no act can be imported
            home.add_child(instance=Library(title=_("Acts"), slug=find_available_slug(home, "acts")))
        slug = find_available_slug(home, self.instance.slug)
        section: Section = home.add_child(instance=Section(title=self.instance.name, slug=slug))
        section.save_revision(user=self.user).publish(user=self.user, skip_permission_checks=True)
        return section


def _free_name(title: str, slug: str) -> str:
    """The name of the group: with the title, or with the short name if another group is called so."""
    name = f"Drafters, {title}"[:150]
    return f"Drafters, {slug}"[:150] if Group.objects.filter(name=name).exists() else name
