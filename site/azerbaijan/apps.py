"""The first jurisdiction, a plugin like a stranger's."""

from django.apps import AppConfig


class AzerbaijanConfig(AppConfig):
    """Numbering and wording of Azerbaijani acts, and the seats of the Steering Committee."""

    name = "azerbaijan"
