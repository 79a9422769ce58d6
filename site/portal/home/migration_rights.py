"""The list of applied migrations belongs to the role that migrates: that of the site reads it alone."""

from typing import Any

from django.db import connections

_WRITERS = """
SELECT DISTINCT grantee::regrole::text FROM pg_class, aclexplode(relacl)
WHERE oid = to_regclass('django_migrations') AND relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
  AND grantee NOT IN (0, relowner) AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
"""  # names as they are quoted in a statement


def keep_from_the_site(using: str, **_: Any) -> None:
    """After a migration or a restore: the default rights of `roles.sh` let the site write every new table."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_WRITERS)
        for (role,) in cursor.fetchall():
            cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}")
