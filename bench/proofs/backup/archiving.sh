#!/bin/sh
# Debian's PostgreSQL with pgBackRest, as docs/backup.md sets it up: a base backup, archived WAL, the loss of the whole
# data folder in the middle of writing, a restore to the end of the archive, and a restore to a moment before a mistake.
# Prints name=value lines. Run as root; everything is below the folder given, as the user postgres.
set -eu

folder=$1
port=$2
archive_timeout=${3:-10}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
data=$folder/data
config=$folder/pgbackrest.conf
seconds() { date +%s.%N; }
since() { echo "$(seconds) $1" | awk '{ printf "%.1f", $1 - $2 }'; }
as() { runuser -u postgres -- "$@"; }
sql() { as "$bin/psql" -X -q -A -t -h "$folder" -p "$port" -d "${2:-splot}" -c "$1"; }
rest() { as pgbackrest --config="$config" --stanza=splot "$@"; }
start() { as "$bin/pg_ctl" -D "$data" -l "$folder/log" -w -t 120 start >/dev/null; }

mkdir -p "$folder/repo" "$folder/spool" "$folder/pglog"
cat >"$config" <<EOF
[global]
repo1-path=$folder/repo
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=$(head -c 33 /dev/urandom | base64)
repo1-retention-full=2
log-path=$folder/pglog
lock-path=$folder/spool
compress-type=zst
start-fast=y
[splot]
pg1-path=$data
pg1-port=$port
pg1-socket-path=$folder
EOF
chown -R postgres "$folder"
chmod 600 "$config"

as "$bin/initdb" -D "$data" --data-checksums --auth=trust -E UTF8 --locale-provider=icu --icu-locale=pl-PL --locale=C.UTF-8 >/dev/null
cat >>"$data/postgresql.conf" <<EOF
port = $port
listen_addresses = ''
unix_socket_directories = '$folder'
archive_mode = on
archive_command = 'pgbackrest --config=$config --stanza=splot archive-push %p'
archive_timeout = ${archive_timeout}s
EOF
start
sql 'create database splot' postgres
rest stanza-create >/dev/null
rest check >/dev/null
sql 'create table note (n bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(), filler text)'
sql "insert into note (filler) select repeat('x', 500) from generate_series(1, 200000)"

began=$(seconds)
rest --type=full backup >/dev/null
echo "base_seconds=$(since "$began")"
echo "database_megabytes=$(sql "select pg_database_size('splot') / 1000000")"

# A writer that notes what was acknowledged; then the machine is lost.
(
  while sql "insert into note (filler) values ('written') returning extract(epoch from at)" >>"$folder/acknowledged" 2>/dev/null; do sleep 0.1; done
) &
writer=$!
sleep $((archive_timeout * 3 + archive_timeout / 2))
lost=$(seconds)
head -1 "$data/postmaster.pid" | xargs kill -9
wait "$writer" 2>/dev/null || true
sleep 1
rm -rf "$data"
began=$(seconds)
rest restore >/dev/null
start
while [ "$(sql 'select pg_is_in_recovery()')" = t ]; do sleep 0.2; done
echo "restore_seconds=$(since "$began")"
echo "acknowledged=$(wc -l <"$folder/acknowledged")"
echo "recovered=$(sql "select count(*) from note where filler = 'written'")"
echo "loss_seconds=$(sql "select round(($lost - coalesce(max(extract(epoch from at)), 0))::numeric, 1) from note")"

# A mistake, and the moment before it.
sql "insert into note (filler) values ('before the mistake')"
sleep 1
moment=$(sql 'select clock_timestamp()')
sleep 1
sql 'delete from note'
sql 'select pg_switch_wal()' >/dev/null
sleep 3
as "$bin/pg_ctl" -D "$data" -m fast -w stop >/dev/null
began=$(seconds)
rest --delta --type=time "--target=$moment" --target-action=promote restore >/dev/null
start
while [ "$(sql 'select pg_is_in_recovery()')" = t ]; do sleep 0.2; done
echo "moment_seconds=$(since "$began")"
echo "moment_rows=$(sql "select count(*) from note where filler = 'before the mistake'")"
rest verify >/dev/null && echo 'verified=yes'
as "$bin/pg_ctl" -D "$data" -m fast -w stop >/dev/null
