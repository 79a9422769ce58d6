"""What a role can do is said once."""

from portal.home.queries.guides import GUIDES
from portal.users.roles import Role


def test_the_reviewer_is_told_once_how_a_check_ends():
    assert sum("return them with findings" in str(line) for line in GUIDES[Role.LEGAL_REVIEWER]) == 1
