"""The role of the site does not write the list of applied migrations."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.db.models.signals import post_migrate

from portal.home.migration_rights import keep_from_the_site

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles"),
]


def test_it_reads_them_and_writes_everything_else():
    with connection.cursor() as cursor:
        cursor.execute(
            'CREATE ROLE "of the site"; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "of the site"'
        )
        home = apps.get_app_config("home")
        post_migrate.send(
            sender=home, app_config=home, verbosity=0, interactive=False, using="default", plan=[], apps=apps
        )
        cursor.execute('SET LOCAL ROLE "of the site"')
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 0
        cursor.execute("DELETE FROM django_session")
        for statement in (
            "DELETE FROM django_migrations",
            "UPDATE django_migrations SET name = 'x'",
            "INSERT INTO django_migrations (app, name, applied) VALUES ('a', 'b', now())",
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(statement)
        keep_from_the_site("default")  # by a role that owns nothing: nothing happens
