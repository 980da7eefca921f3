# make install puts everything where it is looked for; make deb makes a package that unpacks and runs.
# build-free
set -u
work=$WORK/install
rm -rf "$work"
failed=0
wrong() {
    echo "wrong: $*"
    failed=1
}
# The build folder is the one that the tests were made in, by the name that it was made under.
env -u BUILD make -s install DESTDIR="$work/root" PREFIX=/opt/curfew >"$work.log" 2>&1 || { cat "$work.log"; exit 1; }
at=$work/root/opt/curfew
for file in bin/curfew share/man/man1/curfew.1 share/bash-completion/completions/curfew \
    share/zsh/site-functions/_curfew share/fish/vendor_completions.d/curfew.fish share/doc/curfew/LICENSE \
    share/doc/curfew/README.md share/doc/curfew/formats.md share/doc/curfew/rules/lost-cancel.md; do
    [ -s "$at/$file" ] || wrong "no $file"
done
[ "$("$at/bin/curfew" --version)" = "$("$CURFEW" --version)" ] || wrong "another program was installed"
"$at/bin/curfew" man | cmp -s - "$at/share/man/man1/curfew.1" || wrong "another manual page"
[ -z "$(find "$work/root" -type f ! -perm -444)" ] || wrong "files that not everybody can read"

command -v dpkg-deb >/dev/null 2>&1 || { [ $failed = 0 ] && echo "SKIP: there is no dpkg-deb to make a package with"; exit 77; }
package=$(env -u BUILD make -s deb 2>"$work.log") || { cat "$work.log"; exit 1; }
package=$(printf '%s\n' "$package" | tail -n 1)
[ "$(dpkg-deb -f "$package" Package)" = curfew ] || wrong "name"
[ "$(dpkg-deb -f "$package" Version)" = "$("$CURFEW" --version | cut -d ' ' -f 2)" ] || wrong "version"
[ "$(dpkg-deb -f "$package" Architecture)" = "$(dpkg --print-architecture)" ] || wrong "architecture"
dpkg-deb -x "$package" "$work/unpacked" || wrong "it does not unpack"
dpkg-deb -e "$package" "$work/control" || wrong "it has no control files"
(cd "$work/unpacked" && md5sum -c --quiet "$work/control/md5sums") || wrong "sums"
for file in usr/bin/curfew usr/share/man/man1/curfew.1.gz usr/share/doc/curfew/copyright usr/share/doc/curfew/changelog.gz \
    usr/share/bash-completion/completions/curfew usr/share/zsh/vendor-completions/_curfew \
    usr/share/fish/vendor_completions.d/curfew.fish; do
    [ -s "$work/unpacked/$file" ] || wrong "no $file in the package"
done
"$work/unpacked/usr/bin/curfew" check "$PWD/tests/cli/input/lost.go" >"$work.out"
[ $? -eq 1 ] && grep -q lost-cancel "$work.out" || wrong "the packaged program does not work"
dpkg-deb -c "$package" | awk '$2 != "root/root" {print "not of root: " $0; bad = 1} END {exit bad}' || failed=1
# The same tree gives the same bytes.
cp "$package" "$work/first.deb"
env -u BUILD make -s deb >/dev/null 2>&1
cmp -s "$package" "$work/first.deb" || wrong "a second package differs"
exit $failed
