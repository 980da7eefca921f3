# check_schema.py - the schema of configurations against the samples and the keys that curfew has, which it gives as
# `curfew config --format json` on standard input.
#
# A sample in refused/ whose second line is "# schema: accepts" has a fault that no schema can see; one with
# "# schema: no YAML" is not for the schema to judge.
import glob
import json
import sys

import jsonschema
import yaml

with open("docs/curfew.schema.json", encoding="utf-8") as f:
    schema = json.load(f)
validator = jsonschema.Draft7Validator(schema)
jsonschema.Draft7Validator.check_schema(schema)
faults = []

keys = set(json.load(sys.stdin)["settings"])
if keys != set(schema["properties"]):
    faults.append("keys differ: %s" % sorted(keys ^ set(schema["properties"])))

for path in sorted(glob.glob("tests/policy/config/*/*.yml")):
    with open(path, encoding="utf-8-sig") as f:
        text = f.read()
    if "# schema: no YAML" in text:
        continue
    wanted = "/accepted/" in path or "# schema: accepts" in text
    errors = [e.message for e in validator.iter_errors(yaml.safe_load(text))]
    if wanted == bool(errors):
        faults.append("%s: %s" % (path, errors or "accepted"))

for fault in faults:
    print(fault)
sys.exit(bool(faults))
