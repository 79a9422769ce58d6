"""The powers on rights issues and on the table of concordance. `consultations/access/roles.py` grants them to groups."""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from amendments.permissions import holds


class Power(StrEnum):
    """A permission by its name in Django."""

    READ = "rights.read_issues"  # all that the office has, without the private notes of others
    WRITE = "rights.write_issues"
    ASSIGN = "rights.assign_issues"  # to other analysts
    ISSUE = "rights.issue_opinions"  # of the head alone
    WRITE_ROWS = "rights.write_rows"  # of the table of concordance
    WRITE_RIGHTS_ROWS = "rights.write_rights_rows"  # those that name a right


def may_write_rows(user: Any, rights: Collection[object]) -> bool:
    """Whether the person may write a row that names these rights: the Ombudsman's office those that name any."""
    return holds(user, Power.WRITE_ROWS) or (bool(rights) and holds(user, Power.WRITE_RIGHTS_ROWS))
