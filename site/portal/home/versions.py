"""Whether tables are of a newer version than the code."""

from collections.abc import Iterable

from django.db.migrations.loader import MigrationLoader


def of_newer_code(applied: Iterable[tuple[str, str]], loader: MigrationLoader) -> list[str]:
    """Migrations (app and name) after the newest one that the code has. Older ones may have been squashed away."""
    newest: dict[str, str] = {}
    for app, name in loader.disk_migrations:
        newest[app] = max(name, newest.get(app, ""))
    found = (key for key in applied if key not in loader.disk_migrations)
    return sorted(f"{app}.{name}" for app, name in found if app in newest and name[:4] > newest[app][:4])
