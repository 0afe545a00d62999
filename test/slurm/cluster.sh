# A Slurm on this host that nobody else sees, to be sourced: cluster_start, cluster_freeze, cluster_thaw, cluster_lose,
# cluster_stop. Its daemons are Debian's, each with a port of its own; all their files are in one folder, and the system's
# configuration, keys and services are neither read nor written. Whoever runs it is the only user that it knows.

PATH=$PATH:/usr/sbin:/sbin

# cluster_start FOLDER COUNT: a controller and nodes n1 … nCOUNT with a processor each; FOLDER is an absolute, empty
# folder. Returns 1 and says why where one of them does not start.
cluster_start() {
    cluster=$1
    SLURM_CONF=$cluster/slurm.conf
    export SLURM_CONF
    chmod 711 "$cluster"    # as for the folders above it: munged serves only where everybody may enter
    mkdir "$cluster/state"
    cluster_configure "$2"
    cluster_munge && cluster_launch ctld slurmctld -i || return 1
    for node in $(seq -f n%.0f "$2"); do
        cluster_launch "$node" slurmd -N "$node" || return 1
    done
    for second in $(seq 30); do
        [ "$(sinfo -h -t idle -o %D 2>/dev/null)" != "$2" ] || return 0
        sleep 1
    done
    echo "the nodes are not ready after $second seconds:"
    sinfo -N 2>&1
    tail -n 5 "$cluster"/*.log
    return 1
}

# cluster_configure COUNT. A node that is down stays so until it is started anew; slurmctld itself notices only after
# five minutes. Version 1 of the cgroup plugin, which slurmd loads in any case, is the one that needs no cgroups.
cluster_configure() {
    user=$(id -un)
    port=$((20000 + $$ % 1000 * 10))
    cat >"$SLURM_CONF" <<EOF
ClusterName=govreport
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$cluster/munge
PlugStackConfig=$cluster/plugstack.conf
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool.%n
SlurmctldPidFile=$cluster/ctld.pid
SlurmdPidFile=$cluster/%n.pid
SlurmctldLogFile=$cluster/ctld.log
SlurmdLogFile=$cluster/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdTimeout=300
MinJobAge=3600
JobRequeue=0
ReturnToService=0
SlurmdParameters=config_overrides
NodeName=n[1-$1] NodeHostName=$(hostname -s) NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + $1))] CPUs=1
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE
EOF
    echo '# none' >"$cluster/plugstack.conf"
    echo 'CgroupPlugin=cgroup/v1' >"$cluster/cgroup.conf"
}

cluster_munge() {
    (umask 077 && head -c 128 /dev/urandom >"$cluster/key")
    munged --num-threads=10 --key-file="$cluster/key" --seed-file="$cluster/seed" --socket="$cluster/munge" \
        --pid-file="$cluster/munge.pid" --log-file="$cluster/munge.log" 2>&1
}

# cluster_launch NAME COMMAND…: one that goes into the background by itself and writes NAME.log.
cluster_launch() {
    name=$1
    shift
    "$@" >"$cluster/$name.out" 2>&1 && return
    echo "$1 does not start:"
    cat "$cluster/$name.out"
    tail -n 5 "$cluster/$name.log" 2>/dev/null
    return 1
}

# cluster_processes [NODE]: what runs on a node, or belongs to the cluster at all. Daemons, and the slurmstepd over each
# task, are known by the log that they hold open, and come first: one that outlived its task would report it as failed.
# Tasks are known by the environment that Slurm gave them.
cluster_processes() {
    {
        find /proc/[0-9]*/fd -lname "$cluster/${1:-*}.log" 2>/dev/null || true    # processes end meanwhile
        grep -lzFx "SLURM_CONF=$SLURM_CONF" /proc/[0-9]*/environ 2>/dev/null |
            xargs -r grep -lzEx "SLURMD_NODENAME=${1:-.*}" 2>/dev/null
    } | cut -d/ -f3 | uniq
}

# cluster_tasks NODE: those of them that are no daemons.
cluster_tasks() {
    for pid in $(cluster_processes "$1"); do
        case $(cat "/proc/$pid/comm" 2>/dev/null) in
            slurmd | slurmstepd | '') ;;
            *) echo "$pid" ;;
        esac
    done
}

# cluster_signal SIGNAL PID…: to those that have not ended in the meantime.
cluster_signal() {
    signal=$1
    shift
    [ $# -eq 0 ] || kill -s "$signal" "$@" 2>/dev/null || true
}

# A node hangs, all of it, and goes on as if nothing had been.
cluster_freeze() { cluster_signal STOP $(cluster_processes "$1"); }
cluster_thaw() { cluster_signal CONT $(cluster_processes "$1"); }

# A node is no more.
cluster_kill() { cluster_signal KILL $(cluster_processes "$1"); }

# The tasks of a node that hangs go on, its daemons do not: they hear nothing of Slurm and it nothing of them.
cluster_thaw_tasks() { cluster_signal CONT $(cluster_tasks "$1"); }

# cluster_down NODE: what Slurm would find out by itself, after SlurmdTimeout.
cluster_down() { scontrol update NodeName="$1" State=DOWN Reason=test; }

# Returns when nothing is left that could write into the folder.
cluster_stop() {
    [ -n "${cluster:-}" ] || return 0
    while [ -n "$(cluster_processes)" ]; do
        cluster_signal KILL $(cluster_processes)
        sleep 0.1
    done
}
