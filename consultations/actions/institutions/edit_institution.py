"""Changes what is known of an institution."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.institutions.register_institution import InstitutionData
from consultations.models import Institution


class EditInstitution(BaseAction[Institution]):
    """The secretary changes an institution or sets its last day. An institution is never deleted."""

    action_name = "consultations.edit_institution"
    instance: Institution

    def __init__(self, institution: Institution, data: InstitutionData, *, actor: Actor) -> None:
        super().__init__(institution, actor=actor)
        self.data = data

    def user_has_permission(self) -> bool:
        """The secretariat."""
        return holds(self.user, Power.CHANGE_INSTITUTION)

    def done(self) -> Institution | None:
        """The institution, if all of it stands already."""
        standing = Institution.objects.get(pk=self.instance.pk)
        return standing if self.data == InstitutionData.of(standing) else None

    def perform(self) -> Institution:
        """Save the row; the history keeps its earlier contents."""
        self.data.write_into(self.instance, self.actor)
        self.touched("consultations.institution", [self.instance.pk])
        return self.instance
