"""When the pages of rounds change without anybody doing anything."""

from datetime import datetime, timedelta

from django.db.models import Min, Q

from consultations.models import Round

_CLOSING = timedelta(seconds=1)  # a round is open during the whole of its closing second


class RoundMoments:
    """Rounds open and close by the clock."""

    slug = "consultations"

    def next_after(self, now: datetime) -> datetime | None:
        """The next opening or closing of any round; one query."""
        closing = Q(closes__gt=now - _CLOSING)
        found = Round.objects.aggregate(
            opens=Min("opens", filter=Q(opens__gt=now)), closes=Min("closes", filter=closing)
        )
        closes = found["closes"] and found["closes"] + _CLOSING
        return min((moment for moment in (found["opens"], closes) if moment), default=None)
