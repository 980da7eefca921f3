#!/bin/sh
# packages.sh - compares curfew's graph of packages with `go list -deps -test`: packages.sh [--quick] [BUILD_DIR]
#
# For every package: its directory and module, the files that make it and its tests, the files that
# constraints exclude, the packages that its imports mean, and the patterns of //go:embed. Not one line
# may differ. The parts:
#
#     constraints  random //go:build and // +build lines, against go/build/constraint
#     std          the standard library and cmd/... on a dozen systems, with and without cgo, tags, experiments
#     made         small modules and workspaces that hold what is rare (packages_made.sh)
#     modules      large modules from the module proxy, with all that they need
#
# For each comparison a line with the number of facts is printed; differences are printed too, and left
# in BUILD_DIR/oracle-packages/NAME.diff. Fails where Go is missing.
#
# --quick takes the installed Go's standard library on two systems and the small modules, needs no network,
# and skips (status 77, the last line says why) where Go is missing.
#
# TOOLCHAIN overrides the newest Go; PARTS picks parts; MODULES picks modules.
set -eu

quick=
if [ "${1:-}" = --quick ]; then
    quick=1
    shift
fi
build=${1:-${BUILD:-build}}
here=$(cd "$(dirname "$0")" && pwd)
modules=${MODULES:-'github.com/VictoriaMetrics/VictoriaMetrics@v1.151.0
github.com/apache/arrow-go/v18@v18.8.0
github.com/cockroachdb/pebble/v2@v2.1.0
github.com/containerd/containerd/v2@v2.4.2
github.com/hashicorp/nomad@v1.10.5
github.com/nats-io/nats-server/v2@v2.15.2
github.com/open-policy-agent/opa@v1.22.2
github.com/prometheus/prometheus@v0.307.1
golang.org/x/tools@v0.52.0
gonum.org/v1/gonum@v0.17.0'}

refuse() {
    if [ -n "$quick" ]; then
        echo "oracle packages: $1"
        exit 77
    fi
    echo "oracle packages: $1" >&2
    exit 1
}

command -v go >/dev/null 2>&1 || refuse "there is no go command"
[ -f "$build/libcurfew.a" ] || { echo "oracle packages: no $build/libcurfew.a: run make first" >&2; exit 1; }

build=$(cd "$build" && pwd)
work=$build/oracle-packages
mkdir -p "$work"
if [ -n "$quick" ]; then
    export GOTOOLCHAIN=local GOPROXY=off
else
    export GOTOOLCHAIN="${TOOLCHAIN:-go1.27.3}"
fi
go -C "$here/packages" build -o "$work/goside" . 2>"$work/go.log" ||
    refuse "cannot build the Go side ($(tail -n 1 "$work/go.log"))"

root=$(cd "$here/../.." && pwd)
# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$root" && $(cat "$build/flags") -o "$work/cside" tests/oracle/packages_side.c "$build/libcurfew.a" \
    -lutf8proc -lxxhash -lpthread -lm)

LC_ALL=C
export LC_ALL
status=0
facts=0
fields=ImportPath,Dir,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Imports,ForTest,Name,EmbedPatterns,Error,Module,Match

# compare NAME FOLDER PATTERN…: one comparison, with GOOS and the like from the environment, -tags from TAGS.
# With PLAIN=1 variants with tests are left out: of what `all` names curfew reads the tests of main modules
# only, of whose imports `all` is made.
compare() {
    name=$1 folder=$2 test=-test unwanted='^$'
    shift 2
    [ -z "${PLAIN:-}" ] || test='' unwanted='	(tested|external)	|	ignored	.*_test.go$'
    # shellcheck disable=SC2086
    (cd "$folder" && go list -e -deps $test -tags "${TAGS:-}" -json=$fields "$@" 2>"$work/$name.go.log") |
        "$work/goside" | sed -E "/$unwanted/d" | sort -u >"$work/$name.go"
    # shellcheck disable=SC2086
    (cd "$folder" && "$work/cside" -faults ${EMPTY:-} -tags "${TAGS:-}" "$@" 2>"$work/$name.log") |
        sed -E "/$unwanted/d" | sort -u >"$work/$name.curfew"
    count=$(wc -l <"$work/$name.go")
    facts=$((facts + count))
    if [ "$count" -eq 0 ]; then
        echo "$name: go list found nothing: $(head -n 1 "$work/$name.go.log")"
        status=1
    elif diff "$work/$name.go" "$work/$name.curfew" >"$work/$name.diff"; then
        echo "$name: $count facts, no difference"
    else
        echo "$name: $count facts, $(grep -c '^[<>]' "$work/$name.diff") differ (<: go list, >: curfew)"
        head -n 40 "$work/$name.diff"
        status=1
    fi
}

part_constraints() {
    "$work/goside" constraints "$work/constraints" "$work/constraints.go"
    "$work/cside" -constraints <"$work/constraints" >"$work/constraints.curfew"
    count=$(wc -l <"$work/constraints")
    facts=$((facts + count))
    if diff "$work/constraints.go" "$work/constraints.curfew" >"$work/constraints.diff"; then
        echo "constraints: $count lines, $(grep -vc 'error$' "$work/constraints.go") of them well-formed, no difference"
    else
        echo "constraints: $(grep -c '^<' "$work/constraints.diff") of $count lines differ (<: go/build, >: curfew)"
        head -n 40 "$work/constraints.diff"
        status=1
    fi
}

part_std() {
    export GOFLAGS= GOWORK=off
    compare std "$work" std cmd
    CGO_ENABLED=0 compare std-no-cgo "$work" std cmd
    GOOS=windows GOARCH=arm64 compare std-windows "$work" std
    [ -z "$quick" ] || return 0
    for system in darwin/arm64 android/arm64 freebsd/riscv64 openbsd/ppc64 illumos/amd64 aix/ppc64 \
        js/wasm wasip1/wasm plan9/arm linux/386 linux/mips64le linux/s390x linux/loong64 windows/386; do
        GOOS=${system%/*} GOARCH=${system#*/} compare "std-$(echo $system | tr / -)" "$work" std cmd
    done
    # Commands for iOS are linked by cgo; without it go list stops before it has resolved their imports.
    GOOS=ios GOARCH=arm64 compare std-ios "$work" std
    TAGS='race,netgo,osusergo,purego' compare std-tags "$work" std cmd
    TAGS='race netgo' compare std-old-tags "$work" std
    GOEXPERIMENT=arenas,simd,nogreenteagc compare std-experiments "$work" std
    GOEXPERIMENT=none compare std-no-experiments "$work" std
    GOAMD64=v3 compare std-v3 "$work" std
    GOARCH=arm64 GOARM64=v9.1 compare std-v9.1 "$work" std
    compare std-wild "$work" 'net...' 'encoding/...' 'cmd/go/...' '.../internal/...' 'cmd/vendor/...'
    src=$(go env GOROOT)/src
    compare std-inside "$src" ./...
    compare cmd-inside "$src/cmd" ./...
    GOTOOLCHAIN=local compare std-installed "$work" std cmd
}

part_made() {
    rm -rf "$work/made"
    sh "$here/packages_made.sh" "$work/made"
    made=$work/made
    export GOFLAGS= GOWORK=
    compare made-constraints "$made/constraints" ./...
    CGO_ENABLED=0 compare made-no-cgo "$made/constraints" ./...
    TAGS=integration GOOS=windows GOARCH=arm64 compare made-windows "$made/constraints" ./...
    TAGS='special integration' GOOS=js GOARCH=wasm compare made-js "$made/constraints" ./...
    GOAMD64=v3 GOEXPERIMENT=arenas,boringcrypto compare made-v3 "$made/constraints" ./...
    GOOS=plan9 GOARCH=386 compare made-plan9 "$made/constraints" ./...
    GOFLAGS=-tags=integration,ignore compare made-goflags "$made/constraints" ./...
    compare made-path "$made/constraints" example.com/constraints/... fmt
    compare made-below "$made/constraints/sub" ./... ..
    compare made-wild "$made/constraints" ./n.../... ./layout "$made/constraints/sub/..."
    EMPTY=-empty compare made-literal "$made/constraints" . ./none ./only_test ./testdata/x \
        example.com/constraints/internal/deep
    PLAIN=1 compare made-all "$made/constraints" all
    compare made-tool "$made/constraints" tool
    compare made-ignores "$made/ignores" ./...
    compare made-ignores-path "$made/ignores" example.com/ignores/...
    compare made-workspace "$made/workspace" ./one/... ./two/...
    compare made-work "$made/workspace/one" work
    compare made-work-path "$made/workspace" example.com/... example.org/...
    GOWORK=off GOFLAGS=-mod=mod compare made-no-work "$made/workspace/two" ./...
    compare made-vendored "$made/vendored" ./... example.org/lib
    PLAIN=1 compare made-vendored-all "$made/vendored" all
}

# A copy that the go command may write into.
module() {
    title=$(echo "${1%@*}" | sed 's,/v[0-9]*$,,; s,.*/,,')
    copy=$work/modules/$title
    if [ ! -d "$copy" ]; then
        dir=$(cd "$work" && go mod download -json "$1" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
        [ -n "$dir" ] || refuse "cannot fetch $1"
        mkdir -p "$work/modules"
        cp -R "$dir" "$copy.new"
        chmod -R u+w "$copy.new"
        mv "$copy.new" "$copy"
    fi
    (cd "$copy" && GOFLAGS=-mod=mod go list -e -deps -test ./... >/dev/null 2>&1) || refuse "cannot read $1"
    compare "$title" "$copy" ./...
    CGO_ENABLED=0 TAGS=integration,slicelabels GOOS=windows compare "$title-windows" "$copy" ./...
    GOOS=darwin GOARCH=arm64 compare "$title-darwin" "$copy" ./...
    PLAIN=1 compare "$title-all" "$copy" all
}

part_modules() {
    export GOFLAGS= GOWORK=off
    for each in $modules; do
        module "$each"
    done
}

parts='constraints std made modules'
[ -z "$quick" ] || parts='constraints std made'
for part in ${PARTS:-$parts}; do
    part_"$part"
done
echo "packages: $facts facts compared"
exit $status
