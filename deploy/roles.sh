#!/usr/bin/env bash
# The role of the site, which owns nothing and so cannot drop the seals. It runs when the database is made; run it again
# by hand in a database that was made without it, or after SITE_PASSWORD has changed.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$SITE_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
SELECT 'CREATE ROLE madda_site' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'madda_site') \gexec
ALTER ROLE madda_site LOGIN PASSWORD :'password';
GRANT USAGE ON SCHEMA public TO madda_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO madda_site;
SELECT 'REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM madda_site' WHERE to_regclass('django_migrations') IS NOT NULL \gexec
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO madda_site;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO madda_site;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO madda_site;
SQL
