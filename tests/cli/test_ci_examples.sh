# The examples for CI are YAML that means something: actionlint reads the workflows, pre-commit reads and runs the
# hooks, and every call of curfew in them is made.
# build-free
set -u
. tests/report/formats_input.sh
find_python yaml
work=$WORK/ci
rm -rf "$work"
mkdir -p "$work/workflows" "$work/bin" "$work/module"
cat >"$work/extract.py" <<'PYTHON'
import os, re, sys, yaml
work, page = sys.argv[1:]
text = open(page).read()
blocks = [yaml.safe_load(b) and b for b in re.findall(r"^```yaml\n(.*?)^```$", text, re.S | re.M)]
workflows = [b for b in blocks if "runs-on" in b]
assert len(workflows) == 2 and len(blocks) == 4, len(blocks)
for i, b in enumerate(workflows):
    open("%s/workflows/w%d.yml" % (work, i), "w").write(b)
hooks = yaml.safe_load(open(".pre-commit-hooks.yaml"))
assert [h["id"] for h in hooks] == ["curfew", "curfew-fix"]
job = [yaml.safe_load(b) for b in blocks if "codequality" in b][0]["curfew"]
assert set(job) <= {"stage", "image", "variables", "before_script", "script", "artifacts"}, job
made = re.findall(r"--output \w+=(\S+)", job["script"][0])
assert sorted(job["artifacts"]["reports"].values()) == sorted(made), made
upload = [s for s in yaml.safe_load(workflows[0])["jobs"]["curfew"]["steps"] if "sarif_file" in s.get("with", {})][0]
assert upload["with"]["sarif_file"] in workflows[0].split("--output sarif=")[1].split()[0]
calls = sorted(set(re.findall(r"(?:^|[ :\"|])(curfew (?:check|fix|baseline)[^|\n`\"]*)", "\n".join(blocks)))
               | {"%s %s" % (h["entry"], " ".join(h["args"])) for h in hooks})
open(work + "/calls", "w").write("".join(c.strip() + "\n" for c in calls))
PYTHON
"$python" "$work/extract.py" "$work" docs/ci.md || exit 1
[ "$(wc -l <"$work/calls")" -ge 5 ] || { echo "few calls:"; cat "$work/calls"; exit 1; }

# Every call works on a module with a bug that can be mended.
ln -s "$CURFEW" "$work/bin/curfew"
PATH=$work/bin:$PATH
export PATH
cp tests/cli/input/lost.go "$work/module/"
printf 'module example.com/fetch\n\ngo 1.22\n' >"$work/module/go.mod"
while read -r call; do
    rm -rf "$work/try"
    cp -r "$work/module" "$work/try"
    (
        cd "$work/try" || exit 9
        git init -q . && git add go.mod && git -c user.name=t -c user.email=t@example.com commit -q -m start && git add -N lost.go
        # What the example pipes in is a patch.
        git diff | sh -c "$call" >out 2>err
    )
    status=$?
    case $call in
    "curfew fix"*) want=0 ;;
    *) want=1 ;;
    esac
    [ $status -eq $want ] || { echo "$call: status $status, not $want"; cat "$work/try/err"; exit 1; }
done <"$work/calls"

# pre-commit itself, in an environment of its own.
skipped=
if "$python" -m venv "$work/venv" >/dev/null 2>&1 && timeout 120 "$work/venv/bin/pip" install -q pre-commit >/dev/null 2>&1; then
    "$work/venv/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml || exit 1
    rm -rf "$work/hooks" "$work/try"
    mkdir "$work/hooks"
    cp .pre-commit-hooks.yaml "$work/hooks/"
    cp -r "$work/module" "$work/try"
    for repository in "$work/hooks" "$work/try"; do
        (cd "$repository" && git init -q . && git add . && git -c user.name=t -c user.email=t@example.com commit -q -m start)
    done
    cd "$work/try" || exit 1
    XDG_CACHE_HOME=$work/cache "$work/venv/bin/pre-commit" try-repo "$work/hooks" curfew --all-files >out 2>&1
    [ $? -eq 1 ] && grep -q 'warning\[lost-cancel\]' out || { echo "the hook does not fail:"; cat out; exit 1; }
    XDG_CACHE_HOME=$work/cache "$work/venv/bin/pre-commit" try-repo "$work/hooks" curfew-fix --all-files >out 2>&1
    grep -q 'files were modified by this hook' out || { echo "the hook mends nothing:"; cat out; exit 1; }
    XDG_CACHE_HOME=$work/cache "$work/venv/bin/pre-commit" try-repo "$work/hooks" curfew --all-files >out 2>&1 ||
        { echo "the hook fails on mended code:"; cat out; exit 1; }
else
    skipped="pre-commit cannot be installed"
fi

if command -v go >/dev/null 2>&1 && GOBIN=$work/bin GOWORK=off GOFLAGS=-mod=mod timeout 200 \
    go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7 >/dev/null 2>&1; then
    actionlint -no-color -shellcheck= -pyflakes= "$work"/workflows/*.yml || exit 1
else
    skipped="$skipped${skipped:+; }actionlint cannot be fetched"
fi
[ -z "$skipped" ] || skip_test "$skipped; the YAML and the calls are right"
