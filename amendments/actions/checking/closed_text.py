"""Refuses changes of a text that is being checked."""

from amendments.errors.of_checks import UnderCheck
from amendments.models import Amendment
from amendments.queries.way.checking import open_check


def refuse_under_check(amendment: Amendment) -> None:
    """Say who checks the text and until when; call it while the amendment is locked."""
    check = open_check(amendment)
    if check is not None:
        raise UnderCheck(check.reviewer_label, check.due)
