#!/bin/sh
# modules.sh - compares curfew's module graph with the go command's: modules.sh [--quick] [BUILD_DIR]
#
#     made     small modules and workspaces over a made-up module cache (modules_made.sh), also vendored: the
#              build list, and for a list of import paths the directory and module of each
#     random   build lists of modules and workspaces that are made at random (modules_random.c); the language
#              versions are left out: those of replaced modules are mixed up by the go command
#     env      the go command's variables in several surroundings
#     modules  the build lists of large modules
#
# Not one line may differ. Fails where Go is missing.
#
# --quick leaves large modules out, needs no network, and skips (status 77, the last line says why) where
# Go is missing. PARTS picks parts; MODULES picks modules; TOOLCHAIN overrides the newest Go.
set -eu

quick=
if [ "${1:-}" = --quick ]; then
    quick=1
    shift
fi
build=${1:-${BUILD:-build}}
here=$(cd "$(dirname "$0")" && pwd)
modules=${MODULES:-'github.com/hashicorp/nomad@v1.10.5
github.com/prometheus/prometheus@v0.307.1
github.com/cockroachdb/pebble/v2@v2.1.0'}

refuse() {
    if [ -n "$quick" ]; then
        echo "oracle modules: $1"
        exit 77
    fi
    echo "oracle modules: $1" >&2
    exit 1
}

command -v go >/dev/null 2>&1 || refuse "there is no go command"
[ -f "$build/libcurfew.a" ] || { echo "oracle modules: no $build/libcurfew.a: run make first" >&2; exit 1; }

build=$(cd "$build" && pwd)
work=$build/oracle-modules
mkdir -p "$work"
if [ -n "$quick" ]; then
    root=$(GOTOOLCHAIN=local go env GOROOT)
else
    root=$(GOTOOLCHAIN="${TOOLCHAIN:-go1.27.3}" go env GOROOT) || refuse "cannot have the newest Go"
fi
case $("$root/bin/go" env GOVERSION) in
go1.2[0-4]*) refuse "the comparison needs Go 1.25" ;;
esac
installed=$PATH
cache=$(go env GOMODCACHE)
proxy=$(go env GOPROXY)
export GOTOOLCHAIN=local GOSUMDB=off
PATH=$root/bin:$PATH

project=$(cd "$here/../.." && pwd)
# The flags name folders relative to the project's root.
# shellcheck disable=SC2046
(cd "$project" && for each in "cside side" "random_side random"; do
    $(cat "$build/flags") -o "$work/${each% *}" "tests/oracle/modules_${each#* }.c" "$build/libcurfew.a" \
        -lutf8proc -lxxhash -lpthread -lm
done)

LC_ALL=C
export LC_ALL
status=0
facts=0
tab=$(printf '\t')
replaced='{{with .Replace}}{{if .Version}}{{.Path}} {{.Version}}{{else}}directory{{end}}{{end}}'
fields="{{.Path}}$tab{{.Version}}$tab$replaced$tab{{.Dir}}$tab{{.GoVersion}}$tab{{.Main}}"
random=${RANDOM_CASES:-200}
[ -z "$quick" ] || random=25

# judge NAME: compares NAME.go with NAME.curfew.
judge() {
    count=$(wc -l <"$work/$1.go")
    facts=$((facts + count))
    if [ "$count" -eq 0 ]; then
        echo "$1: the go command says nothing: $(tail -n 1 "$work/$1.log")"
        status=1
    elif diff "$work/$1.go" "$work/$1.curfew" >"$work/$1.diff"; then
        echo "$1: $count facts, no difference"
    else
        echo "$1: $count facts, $(grep -c '^[<>]' "$work/$1.diff") differ (<: go, >: curfew)"
        head -n 20 "$work/$1.diff"
        status=1
    fi
}

# N of "1.N" in the fifth field; a go.mod without a go line is read as 1.16.
language() {
    awk -F"$tab" -v OFS="$tab" '{split($5 == "" ? "1.16" : $5, part, /[^0-9]/); $5 = part[2]; print}'
}

# list NAME FOLDER: compares the build lists. curfew comes first: the go command may write go.mod.
list() {
    (cd "$2" && "$work/cside" >"$work/$1.curfew")
    (cd "$2" && go list -m -f "$fields" all 2>"$work/$1.log") | language >"$work/$1.go"
    judge "$1"
}

# find NAME FOLDER: compares what the import paths in FOLDER/ask mean.
find_packages() {
    # shellcheck disable=SC2046
    (cd "$2" && "$work/cside" -find $(cat ask) | sort >"$work/$1.curfew")
    # shellcheck disable=SC2046
    (cd "$2" && go list -e -f "{{.ImportPath}}$tab{{.Dir}}$tab{{with .Module}}{{.Path}} {{.Version}}{{end}}" \
        $(cat ask) 2>"$work/$1.log") | sort >"$work/$1.go"
    judge "$1"
}

compare() {
    find_packages "$1-find" "$2"
    list "$1" "$2"
}

part_made() {
    rm -rf "$work/made"
    sh "$here/modules_made.sh" "$work/made"
    export GOPROXY=off GOWORK=off GOMODCACHE="$work/made/cache" GOFLAGS=-mod=mod
    for case in pruned sparse deep unpruned wide inconsistent twice spelling returns nested excluding replacing; do
        compare "$case" "$work/made/$case"
    done
    GOFLAGS="-mod=mod '-modfile=$work/made/elsewhere/other.mod'" compare elsewhere "$work/made/elsewhere"
    export GOFLAGS= GOWORK=
    compare workspace "$work/made/workspace"
    compare overriding "$work/made/overriding"
    compare within "$work/made/workspace/one/sub"
    GOWORK=$work/made/overriding/go.work compare named "$work/made/pruned"
    part_vendored
}

# Vendor directories that the go command makes, and what it makes of them. Older go lines change the rules.
part_vendored() {
    # Only with -mod=mod the sums of the modules are noted.
    (cd "$work/made/vendoring" && GOFLAGS=-mod=mod go list -deps ./... >"$work/vendor.log" && go mod vendor) \
        2>>"$work/vendor.log"
    (cd "$work/made/working" && go work vendor) 2>>"$work/vendor.log"
    for folder in vendoring working; do
        [ -f "$work/made/$folder/vendor/modules.txt" ] && continue
        echo "$folder: the go command made no vendor directory: $(tail -n 1 "$work/vendor.log")"
        status=1
    done
    for folder in "$work/made/vendoring/vendor/example.com/a/unlisted" "$work/made/vendoring/vendor/no/module"; do
        mkdir -p "$folder"
        echo "package p" >"$folder/p.go"
    done
    cat >>"$work/made/vendoring/ask" <<'END'
example.com/a/unlisted
no/module
example.com/mainly/vendor/example.com/a
END
    find_packages vendored "$work/made/vendoring"
    GOFLAGS=-mod=mod find_packages unvendored "$work/made/vendoring"
    find_packages vendored-work "$work/made/working"
    for version in 1.22 1.16 1.13; do
        sed -i.old "s/^go .*/go $version/" "$work/made/vendoring/go.mod"
        GOFLAGS=-mod=vendor find_packages "vendored-$version" "$work/made/vendoring"
    done
}

# Modules that contradict themselves are refused by the go command, and left out.
part_random() {
    export GOPROXY=off GOMODCACHE="$work/random/cache"
    agreed=0 refused=0 seed=1
    while [ $seed -le "$random" ]; do
        rm -rf "$work/random"
        "$work/random_side" $seed "$work/random"
        export GOWORK=off GOFLAGS=-mod=mod
        [ -f "$work/random/m/go.work" ] && export GOWORK= GOFLAGS=
        (cd "$work/random/m" && "$work/cside" | cut -f 1-4,6 >"$work/random.curfew")
        if (cd "$work/random/m" && go list -m -f "$fields" all) >"$work/random.all" 2>"$work/random.log"; then
            cut -f 1-4,6 "$work/random.all" >"$work/random.go"
            if diff "$work/random.go" "$work/random.curfew" >"$work/random.diff"; then
                agreed=$((agreed + 1))
                facts=$((facts + $(wc -l <"$work/random.go")))
            else
                echo "random: the build list of seed $seed differs (<: go, >: curfew)"
                cat "$work/random.diff"
                status=1
            fi
        else
            refused=$((refused + 1))
        fi
        seed=$((seed + 1))
    done
    echo "random: $agreed build lists without a difference, $refused that the go command refuses"
    [ $agreed -gt $((random / 2)) ] || status=1
}

variables='GOPATH GOMODCACHE GOFLAGS GOPROXY GOPRIVATE GOTOOLCHAIN GOROOT'

# surroundings NAME FOLDER VARIABLE=VALUE…: compares the go command's variables in a bare environment.
surroundings() {
    name=$1 folder=$2
    shift 2
    # shellcheck disable=SC2086
    (cd "$folder" && env -i PATH="$installed" HOME="$work/env/home" "$@" "$work/cside" -env $variables) \
        >"$work/$name.curfew"
    (cd "$folder" && for each in $variables; do
        echo "$each=$(env -i PATH="$installed" HOME="$work/env/home" "$@" go env "$each" 2>>"$work/$name.log")"
    done) >"$work/$name.go"
    judge "$name"
}

# Trees of several versions: the one that is installed, and the one that this comparison is run with.
part_toolchains() {
    newest=$(ls -d "$cache"/golang.org/toolchain@v0.0.1-go*/ 2>/dev/null | tail -n 1 |
        sed 's/.*v0.0.1-\(go[0-9.]*\)\..*/\1/')
    [ -n "$newest" ] || { echo "env: no toolchain is in the module cache, left out"; return 0; }
    for each in "old:go 1.18" "bare:go 1.21" "new:go ${newest#go}" "line:toolchain $newest" "both:toolchain $newest
go 1.22" "default:toolchain default
go 1.21"; do
        mkdir -p "$work/env/${each%%:*}"
        printf 'module example.com/m\n%s // a comment\n' "${each#*:}" >"$work/env/${each%%:*}/go.mod"
    done
    mkdir -p "$work/env/work/old"
    cp "$work/env/old/go.mod" "$work/env/work/old/go.mod"
    printf 'go 1.21\ntoolchain %s\nuse ./old\n' "$newest" >"$work/env/work/go.work"
    for folder in old bare new line both default work/old; do
        surroundings "toolchain-$(echo $folder | tr / -)" "$work/env/$folder" GOMODCACHE="$cache" GOTOOLCHAIN=auto
    done
    surroundings toolchain-off "$work/env/work/old" GOMODCACHE="$cache" GOTOOLCHAIN=auto GOWORK=off
    surroundings toolchain-local "$work/env/old" GOMODCACHE="$cache" GOTOOLCHAIN=local
    surroundings toolchain-named "$work/env/old" GOMODCACHE="$cache" GOTOOLCHAIN="$newest"
    surroundings toolchain-first "$work/env/bare" GOMODCACHE="$cache" GOTOOLCHAIN="$newest+auto"
    surroundings toolchain-later "$work/env/new" GOMODCACHE="$cache" GOTOOLCHAIN=local+auto
}

part_env() {
    rm -rf "$work/env"
    mkdir -p "$work/env/home/.config/go" "$work/env/config/go" "$work/env/none"
    surroundings env-bare "$work/env/none"
    surroundings env-path "$work/env/none" GOPATH=/x/y:/z GOFLAGS='-mod=mod -tags=a,b' GOPRIVATE=
    surroundings env-cache "$work/env/none" GOMODCACHE=/q GOROOT="$root"
    cat >"$work/env/home/.config/go/env" <<'END'
GOPATH=/from/home:/other
# GOFLAGS=-x
gopath=/lower
 GOPRIVATE=blank
GOFLAGS='-modfile=a b.mod' -tags=x
GOPROXY=
GOPRIVATE=one
GOPRIVATE=two
END
    printf 'GOMODCACHE=/from/config\nGOPRIVATE=no line end' >"$work/env/config/go/env"
    printf 'GOPROXY=off\r\nGOTOOLCHAIN=local\n' >"$work/env/file"
    surroundings env-home "$work/env/none"
    surroundings env-over "$work/env/none" GOPATH=/mine GOPRIVATE=three
    surroundings env-config "$work/env/none" XDG_CONFIG_HOME="$work/env/config"
    surroundings env-relative "$work/env/none" XDG_CONFIG_HOME=config
    surroundings env-off "$work/env/none" GOENV=off
    surroundings env-file "$work/env/none" GOENV="$work/env/file"
    rm "$work/env/home/.config/go/env"
    part_toolchains
}

module_copy() {
    name=$(echo "${1%@*}" | sed 's,^[^/]*/,,; s,/,-,g')
    copy=$work/modules/$name
    if [ ! -d "$copy" ]; then
        dir=$(cd "$work" && go mod download -json "$1" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
        [ -n "$dir" ] || refuse "cannot fetch $1"
        mkdir -p "$copy"
        cp "$dir/go.mod" "$copy"
        # Modules that it replaces by its own folders are not in its archive.
        sed -n 's/.*=> *\(\.[^ ]*\).*/\1/p' "$copy/go.mod" | while read -r folder; do
            mkdir -p "$copy/$folder"
            cp "$dir/$folder/go.mod" "$copy/$folder" 2>/dev/null || echo "module example.com/replaced" >"$copy/$folder/go.mod"
        done
    fi
}

# Without go.sum the go command asks no one but the proxy; what it adds to go.mod is undone.
part_modules() {
    export GOFLAGS=-mod=mod GOWORK=off GOMODCACHE="$cache" GOPROXY="$proxy"
    for each in $modules; do
        module_copy "$each"
        cp "$copy/go.mod" "$copy/go.mod.kept"
        list "$name" "$copy"
        mv "$copy/go.mod.kept" "$copy/go.mod"
    done
}

parts='made random env modules'
[ -z "$quick" ] || parts='made random env'
for part in ${PARTS:-$parts}; do
    part_"$part"
done
echo "modules: $facts facts compared"
exit $status
