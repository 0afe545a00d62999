#!/bin/sh
# The same dataset from four nodes of Slurm, of which one loses its power, one is cut off and one kills a worker, as from
# a single run; then from GNU parallel and Dask, as docs/engines.md writes it. From the root of the checkout:
#
#   test/slurm/run.sh [REPORTS [SHARDS]]
set -eu
. test/slurm/cluster.sh

reports=${1:-4000} shards=${2:-16}
LIMIT=600     # seconds that tasks are waited for, on a machine that has much else to do

root=$PWD
PATH=$root/bin:$PATH
folder=$(mktemp -d)
chmod 711 "$folder"    # munged serves only below folders that everybody may enter
mkdir "$folder/cluster" "$folder/log"
passed=0 failed=0

finish() {
    cluster_stop
    rm -rf "$folder"
}
trap 'exit 130' HUP INT TERM
trap finish EXIT

# check WHAT COMMAND…
check() {
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        echo "ok $what"
    else
        failed=$((failed + 1))
        echo "not ok $what"
    fi
}

# Ends the test where what follows could tell nothing.
give_up() {
    echo "not ok $1"
    echo "$passed passed, $((failed + 1)) failed"
    exit 1
}

# within SECONDS COMMAND…: whether it succeeds in that time.
within() {
    until=$(($(date +%s) + $1))
    shift
    until "$@"; do
        [ "$(date +%s)" -lt "$until" ] || return 1
        sleep 0.1
    done
}

# submit NAME: the array, whose number is $job from now on and whose tasks print into log/NAME.TASK.
submit() {
    job=$(sbatch --parsable --array="1-$shards" --output="log/$1.%a" "$root/contrib/slurm/govreport.sbatch" plan answers)
}

# How often the tasks of NAME printed what.
printed() { cat log/"$1".* | grep -c "$2" || true; }

# catch: a task that has answered some of its shard and not all of it is $task from now on, and its node, $node, hangs.
# No task is caught twice.
caught=' '
catch() {
    for running in $(squeue -h -j "$job" -t RUNNING -o %K:%N); do
        task=${running%:*} node=${running#*:}
        case $caught in *" $task "*) continue ;; esac
        part=$(printf 'answers/%04d.jsonl.%s_%s_0.part' "$task" "$job" "$task")
        [ -s "$part" ] || continue
        cluster_freeze "$node"
        if [ -s "$part" ]; then
            caught="$caught$task "
            return 0
        fi
        cluster_thaw "$node"
    done
    return 1
}
catch_one() { within 60 catch || give_up "no task is seen at work"; }

# All tasks have ended. Slurm lets two minutes pass before it starts a task again, which are not waited for.
settled() {
    squeue -h -r -t PENDING -o '%r %i' | while read -r reason id; do
        [ "$reason" != BeginTime ] || scontrol update JobId="$id" StartTime=now
    done
    [ -z "$(squeue -h)" ]
}

left() { [ -z "$(cluster_tasks "$1")" ]; }

# What has become of the tasks: how many in which state and how often started anew.
tasks_by_state() {
    scontrol -o show job "$job" | sed -n 's/.* JobState=\([A-Z_]*\) .* Restarts=\([0-9]*\) .*/\1, restarts: \2/p' |
        sort | uniq -c
}

restarted() { scontrol -o show job "$job" | grep -c ' Restarts=1 ' || true; }

# missing_are TASK: its shard has no answers, and every other has.
missing_are() {
    [ ! -e "$(printf 'answers/%04d.jsonl' "$1")" ] && [ "$(ls answers/*.jsonl | wc -l)" -eq $((shards - 1)) ]
}

merge_refuses() {
    status=0
    govreport merge plan answers/*.jsonl -o merged.sqlite || status=$?
    [ "$status" -eq 3 ]
}

reports_in() { sqlite3 "$1" "SELECT count(*) FROM report"; }

# What is in a dataset, in the order of its keys, as one sum.
sum_of() { sqlite3 "$1" .dump | sha256sum; }

same() {
    sum=$(sum_of "$1")
    echo "$1: $(sqlite3 "$1" "SELECT count(*) FROM cell") cells, $sum"
    [ "$sum" = "$(sum_of "$2")" ]
}

# workers_on NODE: the processes of the task there without the shell of the script.
workers_on() {
    for pid in $(cluster_tasks "$1"); do
        [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = slurm_script ] || echo "$pid"
    done
}

# --- The cluster and the reports

lua5.4 bench/corpus.lua "$folder/reports" "$reports"
if ! cluster_start "$folder/cluster" 4; then
    echo "not tried: Slurm does not start here"    # a container may not let its daemons do what they do
    echo "0 passed, 0 failed"
    exit 0
fi
cd "$folder"
govreport plan reports -n "$shards" -o plan
check "the plan has $shards shards" [ "$(ls plan/*.jsonl | wc -l)" -eq "$shards" ]
echo "nodes: $(sinfo -h -o '%D %T'); reports: $reports; tasks: $shards"

# --- The array, and what happens to its nodes

submit first
catch_one
echo "node $node loses its power during task $task"
cluster_kill "$node"
cluster_down "$node"

catch_one
cut_off=$node late=$task
echo "node $node is cut off during task $task, which goes on there later"
cluster_down "$node"

catch_one
failed_task=$task
echo "the worker of task $task on node $node is killed"
cluster_signal KILL $(workers_on "$node")
cluster_thaw "$node"

check "all tasks end" within $LIMIT settled
tasks_by_state
check "the tasks of both nodes that were lost were started again" [ "$(restarted)" -eq 2 ]
check "the task whose worker was killed failed, and no other" [ "$(printed first 'ended with status')" -eq 1 ]
check "its answers are missing, and no others" missing_are "$failed_task"
check "merge does not do without them" merge_refuses

# --- The task on the node that was cut off ends late, after the one that was started in its place

before=$(cksum answers/*.jsonl)
cluster_thaw_tasks "$cut_off"
check "the task on the node that was cut off ends" within $LIMIT left "$cut_off"
check "it finds its shard answered" grep -q "meanwhile, not again on $cut_off" "log/first.$late"
check "it changed no answer" [ "$(cksum answers/*.jsonl)" = "$before" ]

# --- A second submission

submit second
check "all tasks end again" within $LIMIT settled
check "they did what was missing" [ "$(printed second ': answered on')" -eq 1 ]
check "and nothing else" [ "$(printed second ': is there')" -eq $((shards - 1)) ]

# --- Beside a single run

check "merge does with them" govreport merge plan answers/*.jsonl -o merged.sqlite
check "it has all reports" [ "$(reports_in merged.sqlite)" -eq "$reports" ]
govreport dataset reports -o single.sqlite
check "the merged dataset is that of a single run" same single.sqlite merged.sqlite

# --- GNU parallel and Dask, with a tenth of the reports

rm -r plan answers
mkdir tenth
cp reports/*/*7.* tenth
govreport plan tenth -n 4 -o plan
govreport dataset tenth -o tenth.sqlite

# The lines in a language under a heading of docs/engines.md.
lines() {
    sed -n "/^## $1\$/,/^## /{/^\`\`\`$2\$/,/^\`\`\`\$/{/^\`\`\`/!p}}" "$root/docs/engines.md"
}

lines "GNU parallel" sh >lines.sh
check "docs/engines.md has lines for GNU parallel" grep -q parallel lines.sh
check "they run" sh -e lines.sh
check "they make the dataset of a single run" same tenth.sqlite reports.sqlite

rm -r reports.sqlite answers.jsonl
lines Dask python >lines.py
check "docs/engines.md has lines for Dask" grep -q dask.bag lines.py
check "they run" /usr/bin/python3 lines.py
check "merge does with their answers" govreport merge plan/ answers/*.jsonl -o reports.sqlite
check "the dataset is that of a single run" same tenth.sqlite reports.sqlite

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
