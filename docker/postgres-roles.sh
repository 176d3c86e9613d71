#!/bin/sh
# Runs once, on an empty volume: the role that owns the schema, and the one the processes use, which
# owns nothing and is bound by row-level security.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=database="$POSTGRES_DB" --set=owner_password="$HEED_OWNER_PASSWORD" --set=app_password="$HEED_APP_PASSWORD" <<'SQL'
create role heed_owner login password :'owner_password';
create role heed_app login password :'app_password';
alter database :"database" owner to heed_owner;
revoke create on schema public from public;
grant usage, create on schema public to heed_owner;
grant usage on schema public to heed_app;
SQL
