"""Follows the rows of the table of concordance in a new text."""

from typing import ClassVar

from rights.actions.following.follow_text import ROWS, FollowText, Kind


class FollowRows(FollowText):
    """Finds the provisions of the rows in a new text. A row whose words changed there is stale from then on."""

    action_name = "rights.follow_rows"
    kind: ClassVar[Kind] = ROWS
