#!/bin/sh
# packages_made.sh - makes small modules that hold what is rare in real ones: packages_made.sh FOLDER
#
# Each folder below FOLDER is one case of packages.sh: a module, or a workspace of some.
set -eu

mkdir -p "$1"
cd "$1"

# file PATH: writes standard input there.
file() {
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# go_file PATH PACKAGE [IMPORT…]
go_file() {
    path=$1
    {
        echo "package $2"
        shift 2
        for import; do
            echo "import _ \"$import\""
        done
    } | file "$path"
}

# ---- constraints: what a file says of itself ----

cd_case() {
    mkdir -p "$1"
    cd "$1"
}

constraints() {
    file go.mod <<'END'
module example.com/constraints

go 1.24

tool example.com/constraints/program
END
    go_file program/main.go main os/exec
    go_file program/main_test.go main_test testing example.com/constraints/program
    go_file a.go p fmt
    printf '//go:build ignore\n\npackage p\nimport "missing/a"\n' >ignored.go
    printf '//go:build linux && (amd64 || arm64) && !windows\n\npackage p\nimport _ "os"\n' >and.go
    printf '//go:build go1.18\npackage p\nimport _ "io"\n' >tight.go
    printf '//go:build go1.999\npackage p\n' >future.go
    printf '// +build ignore\n\npackage p\n' >old.go
    printf '// +build ignore\npackage p\nimport _ "strings"\n' >old_tight.go
    printf '// Copyright\n\n// +build linux,!cgo darwin\n// +build amd64\n\n// Doc.\npackage p\nimport _ "bytes"\n' >old_two.go
    printf '/* c */\n// +build ignore\n\npackage p\n' >old_after_block.go
    printf '/* c */\n//go:build ignore\n\npackage p\n' >after_block.go
    printf '/*\n//go:build ignore\n*/\npackage p\n' >in_block.go
    printf '/**/ //go:build ignore\npackage p\n' >behind_block.go
    printf 'package p\n\n//go:build ignore\n' >late.go
    printf '//go:build !ignore\n// +build ignore\n\npackage p\n' >both.go
    printf '\357\273\277//go:build ignore\n\npackage p\n' >mark.go
    printf '//go:build ignore\r\n\r\npackage p\r\n' >crlf.go
    printf '// +build ignore\r\n\r\npackage p\r\n' >old_crlf.go
    printf '//go:build unix\n\npackage p\nimport _ "net"\n' >unix.go
    printf '//go:build gc && !gccgo\n\npackage p\n' >gc.go
    printf '//go:build cgo\n\npackage p\n' >cgo.go
    printf '//go:build amd64.v1 || arm64.v8.0 || wasm.signext\n\npackage p\n' >level.go
    printf '//go:build amd64.v3\n\npackage p\n' >level3.go
    printf '//go:build goexperiment.arenas\n\npackage p\nimport _ "sort"\n' >experiment.go
    printf '//go:build !goexperiment.regabiargs\n\npackage p\n' >regabi.go
    printf '//go:build boringcrypto\n\npackage p\n' >boring.go
    printf '//go:build integration || (special && !other)\n\npackage p\nimport _ "sync"\n' >tags.go
    printf 'package documentation\n\nimport "no/such/thing"\n' >doc.go
    printf 'package p\n\nimport "C"\nimport _ "os/user"\n' >c.go
    printf '//go:build !cgo\n\npackage p\n\nimport "C"\nimport _ "path"\n' >c_never.go
    go_file _underscore.go q
    go_file .dot.go q
    go_file linux.go p
    go_file windows.go p
    go_file windows_x.go p
    go_file x_windows.go p
    go_file x_linux.go p
    go_file x_windows_arm64.go p
    go_file x_linux_amd64.go p
    go_file x_amd64_linux.go p
    go_file x_linux_test.go p testing
    go_file x_js_test.go p testing
    go_file x_linux.v2.go p
    go_file x.windows.go p
    go_file x_unix.go p
    go_file x_zos.go p
    go_file x_test_windows.go p
    go_file _test.go p
    go_file a_test.go p testing
    go_file b_test.go p_test testing example.com/constraints
    printf 'not Go\n' >README
    printf 'package p\n' >a.go.txt
    mkdir directory.go
    go_file directory.go/x.go q
    ln -s a.go link.go
    mkdir -p sub && go_file sub/sub.go sub
    ln -s sub linked
    ln -s sub sub.go
    # Only files that are not for this system.
    go_file none/x_plan9.go none
    # Tests alone.
    go_file only_test/a_test.go only_test testing
    go_file only_external/a_test.go only_external_test testing
    go_file only_both/a_test.go only_both testing
    go_file only_both/b_test.go only_both_test testing example.com/constraints/only_both
    # A package whose name has _test at its end.
    go_file named_test/a.go named_test
    go_file named_test/a_test.go named_test testing
    go_file named_test/b_test.go named_test_test testing
    # Layouts of the clauses.
    mkdir -p layout
    printf 'package layout;import"fmt";import(`os`;. "io");import x "strings";var _ = 1' >layout/a.go
    printf '// c\n/* d */package/* e */layout// f\nimport(\n)\nimport /*\n*/"bytes"\n\nvar x = "import \\"y\\""\n' >layout/b.go
    printf 'package layout\nimport "pa\\x74h"\nfunc f() {}\nimport "late"\n' >layout/c.go
    # Embedding.
    mkdir -p embedding/files && echo x >embedding/files/x && echo y >"embedding/files/a b"
    printf 'package embedding\n\nimport "embed"\n\n//go:embed files/x "files/a b"\nvar fs embed.FS\n\nvar s = `\n//go:embed no\n`\n//go:embed `files`\nvar more embed.FS\n' >embedding/a.go
    # What `...` passes over.
    go_file testdata/x/x.go x
    go_file _hidden/x.go x
    go_file .hidden/x.go x
    go_file vendor/example.org/v/v.go v
    go_file sub/vendor/example.org/v/v.go v
    go_file sub/vendor/vendor.go vendored
    go_file internal/deep/x.go deep
    go_file nested/x.go nested
    file nested/go.mod <<'END'
module example.com/nested
END
    go_file nested/deeper/x.go deeper
    rm -rf vendor # without modules.txt the go command refuses it
}

# ---- ignore lines ----

ignores() {
    file go.mod <<'END'
module example.com/ignores

go 1.25

ignore ./root
ignore (
	any/where
	node_modules
)
END
    go_file a.go p example.com/ignores/node_modules/x
    go_file root/x.go root
    go_file rooted/x.go rooted
    go_file sub/root/x.go root
    go_file any/where/x.go where
    go_file sub/any/where/deep/x.go deep
    go_file sub/many/where/x.go where
    go_file node_modules/x/x.go x
    go_file sub/node_modules/x.go x
}

# ---- a workspace, with replacements ----

workspace() {
    file go.work <<'END'
go 1.24

use (
	./one
	./two
)

replace example.org/three => ./three
END
    file one/go.mod <<'END'
module example.com/one

go 1.24

require example.org/three v1.2.3
END
    go_file one/a.go one example.com/two/sub example.org/three fmt
    go_file one/a_test.go one_test testing example.com/one
    file two/go.mod <<'END'
module example.com/two

go 1.21
END
    go_file two/sub/a.go sub example.com/two/internal/x
    go_file two/internal/x/a.go x os
    go_file two/cmd/tool/main.go main example.com/one example.com/missing
    file three/go.mod <<'END'
module example.org/three
END
    go_file three/a.go three sort
    go_file three/a_test.go three testing
    go_file four/a.go four
    file four/go.mod <<'END'
module example.com/four
END
}

# ---- vendoring ----

vendored() {
    file go.mod <<'END'
module example.com/vendored

go 1.24

require example.org/lib v1.0.0

require example.org/indirect v0.1.0 // indirect
END
    go_file a.go p example.org/lib/sub
    go_file a_test.go p example.org/lib
    file vendor/modules.txt <<'END'
# example.org/indirect v0.1.0
## explicit; go 1.17
example.org/indirect
# example.org/lib v1.0.0
## explicit; go 1.20
example.org/lib
example.org/lib/sub
END
    go_file vendor/example.org/lib/a.go lib example.org/indirect
    go_file vendor/example.org/lib/sub/a.go sub example.org/lib
    go_file vendor/example.org/lib/unlisted/a.go unlisted
    go_file vendor/example.org/indirect/a.go indirect
}

for case in constraints ignores workspace vendored; do
    (cd_case "$case" && "$case")
done
