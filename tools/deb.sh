#!/bin/sh
# deb.sh - a Debian package of the program that was built: deb.sh BUILD VERSION ARCHITECTURE PACKAGE
#
# The program is static, so the package depends on nothing. The same commit gives the same bytes: times in it are
# that of the commit, or of SOURCE_DATE_EPOCH.
set -eu
build=$1 version=$2 architecture=$3 package=$4
command -v dpkg-deb >/dev/null 2>&1 || { echo "deb.sh: dpkg-deb is missing (package dpkg)" >&2; exit 1; }
root=$build/deb
rm -rf "$root"
umask 022
make --no-print-directory -s BUILD="$build" DESTDIR="$root" PREFIX=/usr \
    ZSH_FUNCTIONS="$root/usr/share/zsh/vendor-completions" install

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
doc=$root/usr/share/doc/curfew
mv "$doc/LICENSE" "$doc/copyright"
{
    echo "curfew ($version) unstable; urgency=medium"
    echo
    echo "  * The changes are those of the repository that this was built from."
    echo
    echo " -- $MAINTAINER  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.gz"
gzip -9n "$root/usr/share/man/man1/curfew.1"

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: curfew
Version: $version
Architecture: $architecture
Maintainer: $MAINTAINER
Section: devel
Priority: optional
Installed-Size: $(du -k -s "$root/usr" | cut -f 1)
Description: find goroutine leaks, deadlocks and lossy shutdowns in Go code
 curfew reads Go modules, single files and code inside of Markdown, and says of
 each goroutine bug how the program will fail, which prevention principle is
 broken and what the fix is. It needs no Go toolchain and runs nothing of what
 it reads.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package"
