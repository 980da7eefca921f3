#!/bin/sh
# need.sh - makes sure that the Debian packages of the named groups are there: need.sh GROUP…
#
# Where something is missing it names the packages and installs them with apt-get as root or through
# sudo; otherwise it says what to install and fails. With everything there it costs a few milliseconds
# and touches nothing. Groups: build, test, ci. Systems without dpkg are asked by compiling a probe.
set -u

build="gcc libc6-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libjansson-dev libyaml-dev libutf8proc-dev libxxhash-dev libgmp-dev libmpfr-dev"
# xmllint and the JSON schemas judge the reports that curfew writes.
test="libcmocka-dev libxml2-utils python3-jsonschema python3-yaml zsh fish groff-base man-db"
# clang's sanitizers and libFuzzer live in the package that belongs to its version.
ci="clang-14 clang libclang-rt-14-dev clang-tidy clang-format cppcheck"

wanted=
for group in "$@"; do
    case $group in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    ci) wanted="$wanted $ci" ;;
    *) echo "need.sh: no group $group" >&2; exit 2 ;;
    esac
done

# Prints the packages of $wanted that are not installed.
missing_packages() {
    # shellcheck disable=SC2086
    have=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^ii *//p')
    for package in $wanted; do
        printf '%s\n' "$have" | grep -qx "$package" || printf ' %s' "$package"
    done
}

# Without dpkg: do the headers and libraries work?
probe() {
    dir=$(mktemp -d) || return 1
    {
        for header in cmark-gfm.h cmark-gfm-core-extensions.h jansson.h yaml.h utf8proc.h xxhash.h gmp.h; do
            echo "#include <$header>"
        done
        echo '#include <mpfr.h>'
        echo 'int main(void) { return 0; }'
    } >"$dir/probe.c"
    ${CC:-cc} -o "$dir/probe" "$dir/probe.c" -lcmark-gfm-extensions -lcmark-gfm -ljansson -lyaml \
        -lutf8proc -lxxhash -lmpfr -lgmp >/dev/null 2>&1
    status=$?
    rm -rf "$dir"
    return $status
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    probe && exit 0
    echo "curfew needs a C compiler and the development files of (Debian's names):$wanted" >&2
    exit 1
fi

missing=$(missing_packages)
[ -z "$missing" ] && exit 0
echo "Missing packages:$missing"

if [ "$(id -u)" = 0 ]; then
    as_root=env
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo env"
else
    as_root=
fi
if [ -z "$as_root" ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Install them as root, then run make again:" >&2
    echo "    apt-get install$missing" >&2
    exit 1
fi
echo "Installing them with apt-get."
# shellcheck disable=SC2086
$as_root DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >/dev/null &&
    $as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $missing </dev/null >/dev/null
missing=$(missing_packages)
[ -z "$missing" ] && exit 0
echo "apt-get did not install:$missing" >&2
exit 1
