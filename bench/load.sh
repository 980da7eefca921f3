#!/bin/sh
# load.sh - what `make bench` prints of loading and checking whole modules: curfew beside
# golang.org/x/tools/go/packages with all syntax and types, and beside go vet. Needs Go and fails
# without it.
#
#   BUILD=build sh bench/load.sh
#
# Two subjects: the standard library, and one module of a million lines with all its dependencies.
# They are read from copies in BUILD/bench/load, without test files: go vet cannot leave tests out,
# and so all sides read the same files. Every body of every dependency is checked by curfew and by
# go/packages, and the run fails when the two did not count the same files and bodies.
#
# All sides are measured by the same wrapper, with what the system says about a process and those
# that it waited for. The cheap sides take turns over ROUNDS (3) rounds and their median counts; a
# run with an empty cache is done once. Nothing is downloaded while the time runs.
#
# Bars: CPU_BAR (5) times less processor time than go/packages, MEMORY_BAR (5) times less memory, and
# WALL_BAR (30) times less wall time than go vet with an empty cache. Fails when one is missed or not
# measured. PARTS picks among "std module", SIDES among "curfew peer vet staticcheck"; TOOLCHAIN
# names another Go, MODULE another module.
set -eu

parts=${PARTS:-std module}
sides=${SIDES:-curfew peer vet staticcheck}
rounds=${ROUNDS:-3}
module=${MODULE:-vitess.io/vitess@v0.22.1}

refuse() {
    echo "load: $1" >&2
    exit 1
}

command -v go >/dev/null || refuse "Go is missing, and the comparison needs it"
mkdir -p "${BUILD:=build}/bench/load"
build=$(cd "$BUILD" && pwd)
work=$build/bench/load
peer=$work/load_peer
curfew=$build/bench/load_bench

chosen() {
    case " $sides " in *" $1 "*) return 0 ;; esac
    return 1
}

! chosen curfew || [ -x "$curfew" ] || refuse "there is no $BUILD/bench/load_bench: make bench builds it"

# prepare: programs and subjects. Later runs find them in place.
export GOTOOLCHAIN="${TOOLCHAIN:-go1.27.3}" GOWORK=off GOFLAGS=-buildvcs=false CGO_ENABLED=0
version=$(go env GOVERSION) || refuse "there is no $GOTOOLCHAIN"
(cd bench/load_peer && go build -o "$peer" . &&
    go build -o "$work/staticcheck" honnef.co/go/tools/cmd/staticcheck)

# copy_tree FROM TO WHAT…: copies and takes the test files out. The copy has its name only once it is whole.
copy_tree() {
    from=$1 to=$2
    shift 2
    [ ! -d "$to" ] || return 0
    rm -rf "$to.part"
    mkdir -p "$to.part"
    (cd "$from" && cp -R "$@" "$to.part")
    chmod -R u+w "$to.part"
    find "$to.part" \( -name '*_test.go' -o -name '*_test.s' \) -type f -exec rm -f {} +
    mv "$to.part" "$to"
}

root=$work/$version
copy_tree "$(go env GOROOT)" "$root" VERSION bin go.env lib pkg src
mkdir -p "$work/std"
printf 'module std.bench\n\ngo 1.24\n' >"$work/std/go.mod"

case " $parts " in
*" module "*)
    origin=$(cd "$work/std" && go mod download -json "$module" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
    [ -n "$origin" ] || refuse "$module is not to be had"
    copy_tree "$origin" "$work/module-${module##*@}" .
    # An array of length -1, to refuse every Go that lacks a build tag which newer Go no longer sets.
    rm -f "$work/module-${module##*@}/go/hack/ensure_swiss_map.go"
    ;;
esac

# Everything below runs with one Go in one place, and without the network.
module_cache=$(go env GOMODCACHE)
download=$(go env GOPROXY)
export GOMODCACHE="$module_cache" GOENV=off GOTOOLCHAIN=local GOROOT="$root"
PATH=$root/bin:$PATH

# spend SIDE COMMAND…: one measured run, its line added to the subject's rounds.
spend() {
    side=$1
    shift
    line=$("$peer" spend "$out/$side" "$@")
    echo "$side $line" >>"$out/rounds"
    case $side in
    curfew | packages)
        case $line in
        *status=0) ;;
        *) cat "$out/$side" >&2; refuse "$side failed" ;;
        esac ;;
    esac
}

run_curfew() { ! chosen curfew || spend curfew "$curfew" --bodies=all "$dir" "$pattern"; }
run_peer() { ! chosen peer || GOCACHE=$work/cache spend packages "$peer" load "$dir" "$pattern"; }

# cached NAME COMMAND…: once with empty caches, then with what that run has left there.
cached() {
    name=$1
    shift
    rm -rf "$work/cold"
    mkdir -p "$work/cold"
    export GOCACHE="$work/cold/go" STATICCHECK_CACHE="$work/cold/staticcheck"
    (cd "$dir" && spend "$name-cold" "$@")
    round=0
    while [ $((round += 1)) -le "$rounds" ]; do
        (cd "$dir" && spend "$name-warm" "$@")
    done
    unset GOCACHE STATICCHECK_CACHE
    rm -rf "$work/cold"
}

# subject NAME DIR PATTERN
subject() {
    dir=$2 pattern=$3 out=$work/out-$1
    rm -rf "$out"
    mkdir -p "$out"
    # Brings dependencies to the module cache and the sources to the system's file cache.
    (cd "$dir" && GOPROXY=$download GOCACHE=$work/cache go list -deps "$pattern" >"$out/packages-listed") ||
        refuse "go list does not find all of $1"
    export GOPROXY=off
    round=0
    while [ $((round += 1)) -le "$rounds" ]; do
        if [ $((round % 2)) = 1 ]; then
            run_curfew
            run_peer
        else
            run_peer
            run_curfew
        fi
    done
    ! chosen vet || cached vet go vet "$pattern"
    ! chosen staticcheck || cached staticcheck "$work/staticcheck" "$pattern"
    unset GOPROXY
    echo "load: $1, with the bodies of all dependencies; $version, $(nproc) processors, median of $rounds rounds (empty cache: one run)"
    # shellcheck disable=SC2046
    awk -v cpu_bar="${CPU_BAR:-5}" -v memory_bar="${MEMORY_BAR:-5}" -v wall_bar="${WALL_BAR:-30}" \
        -f bench/load_table.awk "$out/rounds" $(ls -d "$out"/curfew "$out"/packages 2>/dev/null) || status=1
}

status=0
for part in $parts; do
    case $part in
    std) subject std "$work/std" std ;;
    module) subject "${module##*/}" "$work/module-${module##*@}" ./... ;;
    *) refuse "no part $part" ;;
    esac
done
exit $status
