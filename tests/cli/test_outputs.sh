# --output writes reports beside standard output, each whole; --explain adds the rules' texts once.
# build-free
set -u
work=$WORK/outputs
rm -rf "$work"
mkdir -p "$work/readonly"
cp tests/cli/input/lost.go "$work/"
cd "$work" || exit 1
failed=0
wrong() {
    echo "wrong: $*"
    failed=1
}
# run STATUS ARGUMENT…: what comes out is in out and err.
run() {
    want=$1
    shift
    "$CURFEW" check "$@" >out 2>err
    got=$?
    [ $got -eq "$want" ] || wrong "check $*: status $got, not $want: $(cat err)"
}

run 1 --output sarif=a.sarif --output junit=a.xml --output json=a.json lost.go
grep -q '^1 finding' out || wrong "text does not go to standard output beside files"
grep -q '"version":"2.1.0"' a.sarif || wrong "no SARIF"
grep -q '<testsuites' a.xml || wrong "no JUnit"
"$CURFEW" check --format json lost.go | cmp - a.json || wrong "the file is not what standard output gets"

# Each format is the one that is asked for.
for format in text concise json jsonl sarif github gitlab checkstyle junit rdjson; do
    run 1 --output $format=one --format concise lost.go
    "$CURFEW" check --format $format lost.go | cmp - one || wrong "$format differs in a file"
    grep -q 'lost.go:9:17: warning\[lost-cancel\]' out || wrong "--format beside --output $format"
done

run 1 --output concise=- --output json=b.json lost.go
grep -q '^lost.go:9:17: warning' out || wrong "- is not standard output"
[ -s b.json ] || wrong "no file beside -"

# A new file has the usual permissions, an old one keeps its own, a link stays one.
umask 027
run 1 --output json=new.json lost.go
case $(ls -l new.json) in
-rw-r-----*) ;;
*) wrong "permissions of a new file: $(ls -l new.json)" ;;
esac
echo old >old.json
chmod 604 old.json
ln -s old.json link.json
run 1 --output json=link.json lost.go
[ -L link.json ] || wrong "the link was replaced"
grep -q version old.json || wrong "the link was not followed"
case $(ls -l old.json) in
-rw----r--*) ;;
*) wrong "permissions of an old file: $(ls -l old.json)" ;;
esac
ls -a | grep -q 'curfew-' && wrong "temporary files stay: $(ls -a)"

# A pipe is written to.
mkfifo pipe
cat pipe >from_pipe &
run 1 --output jsonl=pipe lost.go
wait
grep -q '"type":"finding"' from_pipe || wrong "nothing came through the pipe"

# One that cannot be written is said, and the others are still written.
rm -f b.json
run 2 --output sarif=no/such/folder/x --output json=b.json lost.go
grep -q '^curfew: cannot write no/such/folder/x: No such file or directory' err || wrong "message: $(cat err)"
[ -s b.json ] || wrong "the other file is not written"
grep -q '^1 finding' out || wrong "standard output is empty"
run 2 --output sarif=. lost.go
grep -q '^curfew: cannot write \.: ' err || wrong "a folder: $(cat err)"
if [ -c /dev/full ]; then
    run 2 --output sarif=/dev/full lost.go
    grep -q 'cannot write /dev/full: No space left' err || wrong "a full device: $(cat err)"
fi

# What is wrong with the call.
refused() {
    message=$1
    shift
    run 2 "$@" lost.go
    grep -qF -- "$message" err || wrong "check $*: $(cat err)"
    [ -s out ] && wrong "check $*: analyses before it refuses"
}
refused '--output wants a format and a path, such as sarif=curfew.sarif' --output sarif
refused '--output wants a format and a path' --output sarif=
refused 'did you mean sarif?' --output sariff=x
refused 'not one of text, concise, json' --output xml=x
refused 'two reports for x' --output sarif=x --output json=x
refused 'two reports for standard output' --output sarif=- --output json=-
refused '--format and --output FORMAT=- both want standard output' --output sarif=- --format json
refused '--explain goes with --format text or concise' --explain --format json
[ -e x ] && wrong "a refused call wrote a file"

# The texts of the rules come once each, before the line that sums up.
cp lost.go again.go
run 1 --explain --format concise lost.go again.go
[ "$(grep -c '^# lost-cancel' out)" = 1 ] || wrong "--explain: $(grep -c '^# lost-cancel' out) texts"
grep -q '^## How it fails' out || wrong "--explain: no failure"
grep -q '^## Fix' out || wrong "--explain: no fix"
grep -q '^principle: release' out || wrong "--explain: no principle"
grep -q '^## Bad' out && wrong "--explain: the examples are of explain"
tail -n 1 out | grep -q '^2 findings' || wrong "--explain: the last line: $(tail -n 1 out)"
run 1 --explain lost.go
[ "$(grep -c '^# lost-cancel' out)" = 1 ] || wrong "--explain in text"
run 0 --explain "$OLDPWD/tests/cli/input/clean.go"
grep -q '^#' out && wrong "--explain without findings"
exit $failed
