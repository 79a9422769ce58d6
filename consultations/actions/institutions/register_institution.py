"""Registers an institution."""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.base import save_unless_taken
from consultations.errors import EndsBeforeStart, ShortNameTaken
from consultations.models import Institution
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
    section: Any = None  # a `Section`: the drafting body of this institution
    checks_law: bool = False

    @classmethod
    def of(cls, row: Institution) -> "InstitutionData":
        """What is known of an institution now."""
        known = {field.name: getattr(row, field.name) for field in fields(cls)}
        return cls(**known | {"type": InstitutionType(row.type)})

    def write_into(self, row: Institution, actor: Actor) -> None:
        """Save the row with its history. Raises `ShortNameTaken` if another institution has the short name."""
        if self.end is not None and self.end < self.start:
            raise EndsBeforeStart
        for known in fields(self):
            setattr(row, known.name, getattr(self, known.name))
        attribute(row, actor)
        save_unless_taken(row, ShortNameTaken)


class RegisterInstitution(BaseAction[Institution]):
    """The secretary registers a body."""

    action_name = "consultations.register_institution"
    instance: Institution

    def __init__(self, data: InstitutionData, *, actor: Actor) -> None:
        super().__init__(Institution(), actor=actor)
        self.data = data

    def user_has_permission(self) -> bool:
        """The secretariat."""
        return holds(self.user, Power.REGISTER)

    def done(self) -> Institution | None:
        """The same body, if the person registered it already."""
        row = Institution.objects.filter(slug=self.data.slug, name=self.data.name).first()
        if row is None or InstitutionData.of(row) != self.data:
            return None
        return row if row.history.filter(history_type="+", history_user=self.actor.user).exists() else None

    def perform(self) -> Institution:
        """Write the row."""
        self.data.write_into(self.instance, self.actor)
        self.touched("consultations.institution", [self.instance.pk])
        return self.instance
