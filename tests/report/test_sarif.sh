# SARIF is valid by the standard's schema, which a package for JavaScript tests carries, and reviewdog's
# reader and ours agree on what it says.
# build-free
set -u
. tests/report/formats_input.sh
command -v npm >/dev/null 2>&1 || skip_test "there is no npm to fetch the schema of SARIF with"
find_python jsonschema
work=$WORK/sarif
formats_input "$work" || exit 1
(cd "$work" && timeout 120 npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0 >/dev/null 2>&1 &&
    tar xzf microsoft-jest-sarif-*.tgz) || skip_test "the schema of SARIF cannot be fetched"
cat >"$work/validate.py" <<'PYTHON'
import json, sys, warnings
warnings.simplefilter("ignore")
import jsonschema
schema = json.load(open(sys.argv[1]))
report = json.load(open(sys.argv[2]))
own = json.load(open(sys.argv[3]))
wrong = 0
def check(ok, text):
    global wrong
    if not ok:
        wrong += 1
        print(text)
for error in jsonschema.Draft7Validator(schema).iter_errors(report):
    check(False, "%s: %s" % (list(error.path), error.message[:300]))
# A validator that accepts anything would accept this too.
check(list(jsonschema.Draft7Validator(schema).iter_errors({"version": "2.1.0"})), "the schema refuses nothing")
run = report["runs"][0]
rules = run["tool"]["driver"]["rules"]
counted = [r for r in run["results"] if not r["suppressions"]]
check(len(counted) == len(own["findings"]) > 5, "%d results, %d findings" % (len(counted), len(own["findings"])))
for result, finding in zip(counted, own["findings"]):
    where = "%s:%s" % (finding["path"], finding["line"])
    check(result["ruleId"] == finding["rule"] == rules[result["ruleIndex"]]["id"], where + ": rule")
    check(result["partialFingerprints"]["curfew/v1"] == finding["fingerprint"], where + ": fingerprint")
    check("help" in rules[result["ruleIndex"]] and "## Fix" in rules[result["ruleIndex"]]["help"]["markdown"], where + ": help")
    region = result["locations"][0]["physicalLocation"]["region"]
    check(region["startLine"] == finding["line"], where + ": line")
    check(len(result.get("fixes", [])) == len(finding["fixes"]), where + ": fixes")
    if finding["witness"]:
        steps = [s for t in result["codeFlows"][0]["threadFlows"] for s in t["locations"]]
        check(len(steps) == len(finding["witness"]), where + ": steps of the witness")
        order = [s["executionOrder"] for s in steps]
        check(sorted(order) == list(range(1, len(steps) + 1)), where + ": order of the steps")
reasons = [s["justification"] for r in run["results"] for s in r["suppressions"] if s["kind"] == "inSource"]
check(len(reasons) == 1 and "]]>" in reasons[0], "suppressions: %s" % reasons)
check(any(f["witness"] for f in own["findings"]), "no finding has a witness")
# The columns are code units of UTF-16: the place that they give in Python's string is the place.
plain = [r for r in counted if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plain.go"][0]
region = plain["locations"][0]["physicalLocation"]["region"]
line = open(sys.argv[4], encoding="utf-8").read().split("\n")[region["startLine"] - 1].encode("utf-16-le")
text = line[2 * (region["startColumn"] - 1):2 * (region["endColumn"] - 1)].decode("utf-16-le")
check(text == "context.WithCancel(parent)", "the columns give " + repr(text))
check(run["columnKind"] == "utf16CodeUnits", "columnKind")
# Fixes, carried out by their columns, give what the edits of the JSON report give by their offsets.
source = open(sys.argv[4], "rb").read()
finding = [f for f in own["findings"] if f["path"] == "plain.go"][0]
want = source
for edit in reversed(finding["fixes"][0]["edits"]):
    want = want[:edit["start_offset"]] + edit["new_text"].encode() + want[edit["end_offset"]:]
lines = [l.encode("utf-16-le") for l in source.decode("utf-8").split("\n")]
starts = [0]
for l in lines:
    starts.append(starts[-1] + len(l) + 2)
whole = source.decode("utf-8").encode("utf-16-le")
for r in reversed(plain["fixes"][0]["artifactChanges"][0]["replacements"]):
    d = r["deletedRegion"]
    a = starts[d["startLine"] - 1] + 2 * (d["startColumn"] - 1)
    b = starts[d["endLine"] - 1] + 2 * (d["endColumn"] - 1)
    whole = whole[:a] + r["insertedContent"]["text"].encode("utf-16-le") + whole[b:]
check(whole.decode("utf-16-le").encode() == want and want != source, "the fix gives another text")
sys.exit(wrong > 0)
PYTHON
"$python" "$work/validate.py" "$work"/package/lib/schemas/sarif-2.1.0*.json "$work/reports/sarif" \
    "$work/reports/json" "$work/module/plain.go"
