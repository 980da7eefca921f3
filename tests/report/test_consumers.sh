# reviewdog's parsers and a reader of JUnit's XML, fetched from the module proxy, find in the reports what
# curfew says in its own; the JSON schema that reviewdog publishes accepts the report for it.
# build-free
set -u
. tests/report/formats_input.sh
command -v go >/dev/null 2>&1 || skip_test "there is no Go to build reviewdog's parsers with"
work=$WORK/consumers
formats_input "$work" || exit 1
cp -r tests/report/consumers "$work/program"
(cd "$work/program" && GOWORK=off GOFLAGS=-mod=mod timeout 250 go build -o ../consumers . >../build.log 2>&1) || {
    grep -q 'dial tcp\|no such host\|lookup \|module lookup disabled\|Forbidden\|timeout' "$work/build.log" &&
        skip_test "reviewdog's parsers cannot be fetched"
    cat "$work/build.log"
    exit 1
}
cd "$work/reports" || exit 1
for format in rdjson checkstyle sarif; do ../consumers $format=$format >../got.$format || exit 1; done
../consumers junit=junit >../got.junit || exit 1
cat >../compare.py <<'PYTHON'
import json, sys
own = json.load(open("json"))
wrong = 0
levels = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
suppressed = sum(len(r["suppressions"]) > 0 for r in json.load(open("sarif"))["runs"][0]["results"])
for format in ["rdjson", "checkstyle", "sarif"]:
    got = [l for l in open("../got." + format, errors="replace").read().split("\n") if l and "skipped" not in l]
    want = []
    for f in own["findings"]:
        safe = sum(x["safety"] == "safe" for x in f["fixes"])
        want.append((f["line"], levels[f["level"]], f["rule"], safe if format == "rdjson" else None))
    extra = suppressed if format == "sarif" else 0
    have = []
    for l in got:
        head, severity, rule, n, _ = l.rsplit(" ", 4)
        have.append((int(head.rsplit(":", 1)[1]), severity, rule, int(n) if format == "rdjson" else None))
    missing = list(want)
    for h in have:
        if h in missing:
            missing.remove(h)
    if missing or len(have) != len(want) + extra:
        wrong = 1
        print(format, "lacks", missing, "of", have)
if not any(" 1 suggestions" in l for l in open("../got.rdjson")):
    wrong = 1
    print("no suggestion arrived")
failed = [l for l in open("../got.junit") if " failed " in l]
if len(failed) != sum(f["level"] != "advice" for f in own["findings"]):
    wrong = 1
    print("junit:", len(failed), "failures")
sys.exit(wrong)
PYTHON
find_python json
"$python" ../compare.py || exit 1
find_python jsonschema
schema=$(cd ../program && GOWORK=off GOFLAGS=-mod=mod go list -m -f '{{.Dir}}' github.com/reviewdog/reviewdog)/proto/rdf/jsonschema/DiagnosticResult.json
"$python" -W ignore -c 'import json, jsonschema, sys
schema, report = json.load(open(sys.argv[1])), json.load(open("rdjson"))
jsonschema.Draft4Validator(schema).validate(report)
assert list(jsonschema.Draft4Validator(schema).iter_errors({"diagnostics": 1})), "the schema refuses nothing"' "$schema"
