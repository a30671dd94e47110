# Sourced by scripts/test: a PostgreSQL server of its own in the scratch folder, gone when the tests are over.

postgres_folder() {
  local folder
  for folder in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null)"; do
    [ -x "$folder/initdb" ] && { echo "$folder"; return; }
  done
}

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

start_postgres() {
  [ -z "${GOVPORTAL_TEST_POSTGRES:-}" ] || return 0
  local bin port
  bin=$(postgres_folder)
  [ -n "$bin" ] || { echo "PostgreSQL is missing: its tests are skipped, by name."; return 0; }
  cluster="$scratch/postgres"
  mkdir "$cluster"
  [ "$(id -u)" -ne 0 ] || chown postgres "$cluster"
  port=$(free_port)
  # Nothing here outlives the tests, so nothing need survive a power cut.
  if as_postgres "$bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$scratch/initdb.log" 2>&1 &&
    as_postgres "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w -t 60 -o "-p $port -k $cluster -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >"$scratch/pg_ctl.log" 2>&1 &&
    # The portal's own role is no superuser: those see past row-level security.
    as_postgres "$bin/psql" -q -h "$cluster" -p "$port" -U postgres -c "CREATE ROLE govportal LOGIN CREATEDB CREATEROLE" postgres; then
    postgres_control="$bin/pg_ctl"
    export GOVPORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=govportal;Database=postgres;Maximum Pool Size=40"
    echo "PostgreSQL for the tests listens on port $port"
  else
    cat "$scratch/initdb.log" "$scratch/pg_ctl.log" "$cluster/log" 2>/dev/null | tail -n 20
    failed_checks+=("PostgreSQL did not start")
  fi
}

# Its sessions count once they are over.
note_postgres() {
  [ -n "${postgres_control:-}" ] || return 0
  local process
  process=$(as_postgres head -n 1 "$cluster/data/postmaster.pid") || return 0
  awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.1f PostgreSQL\n", ($12 + $13 + $14 + $15) / hz }' "/proc/$process/stat" >>"$results/other.processor" 2>/dev/null
}

stop_postgres() {
  [ -n "${postgres_control:-}" ] || return 0
  as_postgres "$postgres_control" -D "$cluster/data" -m immediate stop >/dev/null 2>&1
  postgres_control=
}
