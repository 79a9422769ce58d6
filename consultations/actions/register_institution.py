"""Registers an institution."""

from dataclasses import dataclass, field
from datetime import date

from amendments.actions.base import BaseAction
from amendments.actor import Actor
from amendments.history import attribute
from consultations.models import Institution
from consultations.permissions import is_secretary
from consultations.values import InstitutionType


@dataclass(frozen=True, slots=True)
class InstitutionData:
    """What is known of a body."""

    slug: str
    name: str
    type: InstitutionType
    start: date
    names: dict[str, str] = field(default_factory=dict)
    end: date | None = None
    is_fictional: bool = False


class RegisterInstitution(BaseAction[Institution]):
    """The secretary registers a body, or changes what is known of one; none is ever deleted."""

    action_name = "consultations.register_institution"
    instance: Institution

    def __init__(
        self, data: InstitutionData, *, actor: Actor, institution: Institution | None = None
    ) -> None:
        super().__init__(institution or Institution(), actor=actor)
        self.data = data

    def user_has_permission(self) -> bool:
        """The secretariat."""
        return is_secretary(self.user)

    def perform(self) -> Institution:
        """Write the row with its history."""
        row = self.instance
        for name in ("slug", "name", "type", "start", "names", "end", "is_fictional"):
            setattr(row, name, getattr(self.data, name))
        attribute(row, self.actor)
        row.save()
        self.touched("consultations.institution", [row.pk])
        return row
