#!/bin/sh
# Starts a PostgreSQL of its own in a folder for temporary files, on a socket only, and the server in front of it; removes
# both at the end. Needs Debian's package postgresql and Node 20.
set -eu
cd "$(dirname "$0")"

bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
if [ -z "$bin" ]; then
  echo "PostgreSQL is missing: apt-get install postgresql" >&2
  exit 1
fi
[ -d node_modules ] || npm ci --silent

data=$(mktemp -d)
# PostgreSQL refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$data"
  as_postgres() { runuser -u postgres -- "$@"; }
else
  as_postgres() { "$@"; }
fi
stop() {
  [ -z "${server:-}" ] || kill "$server" 2> /dev/null || true
  as_postgres "$bin/pg_ctl" -D "$data/db" -m fast stop > /dev/null 2>&1 || true
  rm -rf "$data"
}
trap stop EXIT
trap 'exit 143' TERM INT

as_postgres "$bin/initdb" -D "$data/db" -U grapevine -A trust -E UTF8 > /dev/null
as_postgres "$bin/pg_ctl" -D "$data/db" -l "$data/log" -w start \
  -o "-c listen_addresses='' -c unix_socket_directories=$data -c shared_buffers=512MB" > /dev/null
PGHOST=$data PGUSER=grapevine PGDATABASE=postgres node server.js &
server=$!
wait "$server"
