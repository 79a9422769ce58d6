"""What the home app adds to the hooks. It only registers."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from portal.home.health.beats import Beat
from portal.home.health.jobs import ForgetSessions, ForgetTasks, PublishScheduled


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> list[object]:
    """What the runner does for the site."""
    return [Beat(), ForgetSessions(), ForgetTasks(), PublishScheduled()]


@hooks.register("insert_global_admin_css")
def accent() -> SafeString:
    """Wagtail's admin in the accent of the site."""
    return format_html('<link rel="stylesheet" href="{}">', static("madda/portal/cms.css"))
