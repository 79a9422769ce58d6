"""`manage.py verify`: the short name of `verify_seals`."""

from amendments.management.commands.verify_seals import Command

__all__ = ["Command"]
