# The Code Quality report has what GitLab's documentation demands, by a schema written from it.
# build-free
set -u
. tests/report/formats_input.sh
find_python jsonschema
work=$WORK/gitlab
formats_input "$work" || exit 1
cat >"$work/validate.py" <<'PYTHON'
import json, sys, warnings
warnings.simplefilter("ignore")
import jsonschema
text = {"type": "string", "minLength": 1}
schema = {"type": "array", "items": {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": text, "check_name": text, "fingerprint": text,
        "type": {"const": "issue"},
        "categories": {"type": "array", "items": {"enum": ["Bug Risk", "Clarity", "Compatibility", "Complexity",
                                                             "Duplication", "Performance", "Security", "Style"]}},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {"type": "object", "required": ["path", "lines"], "properties": {
            "path": {"type": "string", "pattern": "^[^/.]"},
            "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}
report = json.load(open(sys.argv[1]))
jsonschema.validate(report, schema)
own = json.load(open(sys.argv[2]))["findings"]
assert len(report) == len(own) > 5, (len(report), len(own))
assert len({i["fingerprint"] for i in report}) == len(report), "fingerprints are not unique"
for issue, finding in zip(report, own):
    assert issue["check_name"] == finding["rule"] and issue["location"]["lines"]["begin"] == finding["line"]
PYTHON
"$python" "$work/validate.py" "$work/reports/gitlab" "$work/reports/json"
