"""How long silence is taken for work, and how long its results are listed."""

from datetime import timedelta

PATIENCE = timedelta(seconds=15)  # after this time no worker seems to be running
SILENCE = timedelta(minutes=2)  # after this time the worker seems to have died
LISTED_FOR = timedelta(days=7)  # under My work
