# formats_input.sh - makes a module with odd names and texts, and reports of it in every format.
#
# Sourced by the tests that give the reports to their readers: formats_input DIR leaves DIR/module and
# DIR/reports/FORMAT.
formats_input() {
    rm -rf "$1"
    mkdir -p "$1/module/.git" "$1/module/sub dir" "$1/reports"
    module=$1/module
    printf 'module example.com/odd\n\ngo 1.22\n' >"$module/go.mod"
    body='
import "context"

func NAME(parent context.Context) {
	ctx, _ := /* \303\251\360\237\230\200 %% <&> */ context.WithCancel(parent)
	<-ctx.Done()
}
'
    # shellcheck disable=SC2059
    {
        printf "package odd\n${body}" | sed 's/NAME/plain/' >"$module/plain.go"
        printf "package odd\n${body}" | sed 's/NAME/quoted/' >"$module/a\"b'c<&>]]>,:%41;.go"
        printf "package odd\n${body}" | sed 's/NAME/bytes/' >"$module/$(printf 'b\377\001.go')"
        printf "package odd\n${body}" | sed "s/NAME/$(printf '\303\274ber')/" >"$module/$(printf '\303\274.go')"
        printf "package sub\n${body}" | sed 's/NAME/Sub/' >"$module/sub dir/x.go"
    }
    # A line of 200,000 characters in front of the place.
    {
        printf 'package odd\n\nimport "context"\n\nfunc long(parent context.Context) context.Context {\n\t/*'
        head -c 200000 /dev/zero | tr '\0' 'a'
        printf '*/ ctx, _ := context.WithCancel(parent)\n\treturn ctx\n}\n'
    } >"$module/long.go"
    printf 'package odd\n\nfunc broken( {\n\tx := "\377\033[31m"\n' >"$module/broken.go"
    # One of several goroutines, with a run that fails.
    cat >"$module/run.go" <<'GO'
package odd

func first(a, b func() int) int {
	results := make(chan int)
	go func() { results <- a() }()
	go func() { results <- b() }()
	return <-results
}

func ignored(a func() int) {
	results := make(chan int)
	//curfew:ignore immortal-goroutine "]]>" is meant so
	go func() { <-results }()
}
GO
    (
        cd "$module" || exit 1
        set -- --level advice --format concise
        for format in json jsonl sarif github gitlab checkstyle junit rdjson; do
            set -- "$@" --output "$format=../reports/$format"
        done
        "$CURFEW" check "$@" ./... >../reports/concise
    )
    [ $? -eq 1 ] || { echo "curfew did not end with status 1"; return 1; }
    [ -s "$1/reports/rdjson" ] || { echo "there is no report"; return 1; }
}

# Sets `python` to a Python that has the module, which may be the system's own or the user's.
find_python() {
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $1" 2>/dev/null && return 0
    done
    skip_test "no python3 has the module $1"
}

# Ends the test as skipped.
skip_test() {
    echo "SKIP: $1"
    exit 77
}
