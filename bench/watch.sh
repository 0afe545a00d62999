#!/bin/bash
# Runs a command written in Lua and prints what it took, a name and a number a line: wall, user, sys (seconds), code,
# parent and worker (the greatest resident memory of its process, and of any that it started, in KiB), written (bytes
# that its process wrote to files and pipes). What the command prints goes nowhere, what it says when it fails (a code
# above 1) to standard error. bench/watch.sh COMMAND…
LC_ALL=C
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='wall %R
user %U
sys %S'
# shellcheck disable=SC2016
{ time sh -c 'echo $$ >"$0/pid.new"; mv "$0/pid.new" "$0/pid"; exec lua5.4 bench/at_exit.lua "$0/exit" "$@" \
    >/dev/null 2>"$0/said"' "$folder" "$@"
  echo "code $?" >&2; } 2>"$folder/times" &
job=$!

# The greatest resident memory of a process so far; nothing where it has ended.
peak() {
  while read -r name value _; do [ "$name" = VmHWM: ] && echo "$value"; done 2>/dev/null <"/proc/$1/status"
}

until [ -e "$folder/pid" ]; do sleep 0.01; done
pid=$(cat "$folder/pid")
worker=0
while kill -0 "$job" 2>/dev/null; do
  for child in $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do
    now=$(peak "$child"); [ "${now:-0}" -gt "$worker" ] && worker=$now
  done
  sleep 0.2
done
wait "$job"
grep -q '^code [01]$' "$folder/times" || cat "$folder/said" >&2
cat "$folder/times" "$folder/exit"
echo "worker $worker"
