"""The end of all sessions of an account."""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from portal.users.models import User


@transaction.atomic
def end_sessions_of(user: User) -> None:
    """Sign the account out wherever it is signed in, for instance because its device was lost."""
    for row in UserSession.objects.filter(user=user):
        row.end()


class ForgetSignIns:
    """A job: where somebody signed in is forgotten with the session."""

    slug = "old_sign_ins"
    every = timedelta(hours=6)

    def run(self, now: datetime) -> None:
        """Delete the rows without a session that goes on."""
        going_on = Session.objects.filter(expire_date__gt=now).values("session_key")
        UserSession.objects.exclude(session_key__in=going_on).delete()
