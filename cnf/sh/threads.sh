# What the arithmetic libraries read before a JVM starts. Sourced by ./relrep.
# The environment may handicap OpenBLAS (a core type that is not this machine's); only
# RELREP_OPENBLAS_CORETYPE and RELREP_THREADS are listened to.

unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
if [ -n "${RELREP_OPENBLAS_CORETYPE:-}" ]; then
    export OPENBLAS_CORETYPE="$RELREP_OPENBLAS_CORETYPE"
fi
case ${RELREP_THREADS:=1} in
    *[!0-9]* | 0)
        say "RELREP_THREADS must be a whole number of at least 1, not '$RELREP_THREADS'"
        exit 2
        ;;
esac
# Threads of OpenBLAS's own end a JVM with a fault of memory, so OpenMP alone, which ND4J uses, has more.
export RELREP_THREADS OMP_NUM_THREADS="$RELREP_THREADS" OPENBLAS_NUM_THREADS=1

# Sets HOME where it is not set, and cached: relrep's cache.
if [ -z "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d : -f 6) || HOME=
fi
cached=${RELREP_CACHE:-${HOME:+$HOME/.cache/relrep}}
[ -n "$cached" ] || lacks "HOME or RELREP_CACHE must be set, for relrep's cache, and neither is"
case $cached in
    /*) ;;
    *) cached=$PWD/$cached ;;
esac
export HOME="${HOME:-$cached}"
