# module.sh - a module with known findings, for the tests of configuration, comments, baselines and patches;
# sourced. It is made in $work, an absolute path, which becomes the current directory.
rm -rf "${work:?}"
mkdir -p "$work/sub/gen"
cd "$work"
git() { command git -c user.name=n -c user.email=n@example.com -c init.defaultBranch=main "$@"; }

# bug NAME: a function with a lost-cancel on its second line.
bug() {
    printf 'func %s(ctx context.Context, fail bool) error {\n' "$1"
    printf '\tctx, cancel := context.WithTimeout(ctx, time.Second)\n'
    printf '\tif fail {\n\t\treturn ctx.Err()\n\t}\n\tcancel()\n\treturn nil\n}\n'
}
# file PACKAGE NAME…: a file with such functions.
file() {
    printf 'package %s\n\nimport (\n\t"context"\n\t"time"\n)\n' "$1"
    shift
    for name in "$@"; do
        printf '\n'
        bug "$name"
    done
}
printf 'module example.com/m\n\ngo 1.25\n' >go.mod
file m A B >a.go
file sub S >sub/s.go
file gen G >sub/gen/g.go

# expect STATUS "PLACES WITH FINDINGS" ARGUMENT…: of curfew check.
expect() {
    want_status=$1
    want=$2
    shift 2
    status=0
    "$CURFEW" check --format concise "$@" >out 2>err || status=$?
    got=$(sed -n 's/^\([^:]*:[0-9]*\):[0-9]*: \([a-z]*\)\[\([a-z-]*\)\].*/\1 \2 \3/p' out | sort | tr '\n' ';')
    [ "$status" -eq "$want_status" ] && [ "$got" = "$want" ] || {
        echo "curfew check $*: status $status, not $want_status; findings: $got"
        echo "wanted: $want"
        cat out err
        exit 1
    }
}
# says TEXT: it stands in what was printed.
says() {
    cat out err | tr -s ' \n' ' ' | grep -qF -- "$1" || {
        echo "not said: $1"
        cat out err
        exit 1
    }
}
