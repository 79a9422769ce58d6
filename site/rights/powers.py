"""The powers on rights issues. `consultations/roles.py` grants them to the groups of the Ombudsman's office."""

from enum import StrEnum


class Power(StrEnum):
    """A permission by its name in Django."""

    READ = "rights.read_issues"  # all that the office has, without the private notes of others
    WRITE = "rights.write_issues"
    ASSIGN = "rights.assign_issues"  # to other analysts
    ISSUE = "rights.issue_opinions"  # of the head alone
