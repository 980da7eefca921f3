# Workflow commands come back whole: read by the rules of the runner and written again by GitHub's own
# toolkit, each is the same line.
# build-free
set -u
. tests/report/formats_input.sh
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || skip_test "there is no node to run GitHub's toolkit"
work=$WORK/github
formats_input "$work" || exit 1
(cd "$work" && timeout 120 npm pack --silent @actions/core@1.11.1 >/dev/null 2>&1 && tar xzf actions-core-*.tgz) ||
    skip_test "GitHub's toolkit cannot be fetched"
cat >"$work/again.js" <<'JS'
const command = require('./package/lib/command.js');
const fs = require('fs');
const un = s => s.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
let seen = 0;
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n')) {
  const m = /^::(\w+) (.*?)::(.*)$/.exec(line);
  if (!m) continue;
  const properties = {};
  for (const pair of m[2].split(',')) {
    const at = pair.indexOf('=');
    properties[pair.slice(0, at)] = un(pair.slice(at + 1));
  }
  if (properties.file === undefined || properties.title === undefined) throw new Error('no file or title: ' + line);
  command.issueCommand(m[1], properties, un(m[3]));
  seen++;
}
if (seen < 6) throw new Error('only ' + seen + ' commands');
JS
grep '^::' "$work/reports/github" >"$work/commands"
(cd "$work" && node again.js commands) >"$work/again" || exit 1
diff -u "$work/commands" "$work/again" || exit 1
# One line each, and nothing else that a runner would obey.
findings=$(grep -c ': \(error\|warning\|advice\)\[' "$work/reports/concise")
commands=$(grep -c '^::\(error\|warning\|notice\) ' "$work/reports/github")
[ "$findings" = "$commands" ] || { echo "$findings findings, $commands commands"; exit 1; }
[ "$(grep -v -c '^::' "$work/reports/github")" = 1 ] || { echo "more than the closing line is no command"; exit 1; }
