"""Azerbaijan, the first jurisdiction: a plugin that uses only the public hooks."""

from django.apps import AppConfig


class AzerbaijanConfig(AppConfig):
    """Numbering and wording of Azerbaijani acts, and the seats of the Steering Committee."""

    name = "azerbaijan"
