"""The doctor looks at what the role of the site may do in PostgreSQL."""

import pytest
from django.db import connection
from django.utils import timezone

from amendments.models import ChainHead
from portal.home.health import machine

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{all}; REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}", "owns no table"),
        ("{all}", "may write django_migrations"),
        ("ALTER TABLE {table} OWNER TO {role}", "owns 1 tables"),
        ("CREATE ROLE owning; ALTER TABLE {table} OWNER TO owning; GRANT owning TO {role}", "is a member of the role"),
        ("ALTER FUNCTION amendments_refuse() OWNER TO {role}", "owns 1 functions"),
        ("GRANT TRUNCATE ON {table} TO {role}", "may empty 1 tables"),
        ("GRANT TRIGGER ON {table} TO {role}", "or put triggers on them"),
        ("GRANT SET ON PARAMETER session_replication_role TO {role}", "may set session_replication_role"),
    ],
)  # fmt: skip
def test_what_lets_the_role_of_the_site_switch_the_seals_off_is_told(given, words):
    table, role = ChainHead._meta.db_table, "of_the_site"
    with connection.cursor() as cursor:
        most = f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
        cursor.execute(f"CREATE ROLE {role}; {given.format(role=role, table=table, all=most)}")
        cursor.execute("SET LOCAL ROLE of_the_site")
        says = " ".join([one.says for one in machine.role(timezone.now())])
        cursor.execute("RESET ROLE")
    assert words in says
