"""What the home app adds to the hooks. It only registers."""

from wagtail import hooks

from portal.home.health.beats import Beat
from portal.home.health.jobs import ForgetSessions, ForgetTasks, PublishScheduled


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> list[object]:
    """What the runner does for the site."""
    return [Beat(), ForgetSessions(), ForgetTasks(), PublishScheduled()]
