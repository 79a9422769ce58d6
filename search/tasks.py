"""What the worker does for the search."""

from django.utils import timezone
from django_tasks import task

from search.alerts import tell


@task()
def tell_saved_searches() -> None:
    """Tell people of what their saved searches find among what was indexed lately."""
    tell(timezone.now())
