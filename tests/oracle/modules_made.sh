#!/bin/sh
# modules_made.sh - makes a module cache and small modules and workspaces for modules.sh: modules_made.sh FOLDER
#
# FOLDER/cache is a GOMODCACHE that holds made-up modules as if they had been fetched, so no proxy is
# needed. Every other folder is a case; a file named ask in it lists import paths to resolve.
set -eu

mkdir -p "$1"
cd "$1"
top=$(pwd)

# file PATH: writes standard input there.
file() {
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# source_in FOLDER: a package that imports nothing.
source_in() {
    mkdir -p "$1"
    echo "package p" >"$1/p.go"
}

escape() {
    echo "$1" | sed 's/\([A-Z]\)/!\1/g' | tr 'A-Z' 'a-z'
}

# module PATH VERSION [PACKAGE…]: puts a module into the cache; its go.mod comes from standard input.
module() {
    path=$(escape "$1") version=$(escape "$2")
    shift 2
    download=$top/cache/cache/download/$path/@v
    tree=$top/cache/$path@$version
    mkdir -p "$download" "$tree"
    cat >"$download/$version.mod"
    cp "$download/$version.mod" "$tree/go.mod"
    echo "{\"Version\":\"$version\",\"Time\":\"2024-01-02T03:04:05Z\"}" >"$download/$version.info"
    printf 'h1:%s=' "$(echo "$path $version" | sha256sum | cut -c1-43)" >"$download/$version.ziphash"
    source_in "$tree"
    for package; do
        source_in "$tree/$package"
    done
}

# simple PATH VERSION GO [REQUIREMENT…]: the same with "path version" for each requirement.
simple() {
    path=$1 version=$2 go=$3
    shift 3
    {
        echo "module $path"
        [ "$go" = none ] || echo "go $go"
        for each; do
            echo "require $each"
        done
    } | module "$path" "$version" sub
}

# ---- the cache ----

simple example.com/a v1.0.0 1.21 "example.com/c v1.0.0"
simple example.com/a v1.1.0 1.21 "example.com/c v1.1.0"
simple example.com/a v1.2.0-rc.1 1.21 "example.com/c v1.1.0"
simple example.com/a v1.2.0 1.21 "example.com/c v1.2.0"
simple example.com/b v1.0.0 1.16 "example.com/c v1.1.0" "example.com/d v1.0.0"
simple example.com/b v1.1.0 1.17 "example.com/c v1.2.0" "example.com/d v1.1.0"
simple example.com/c v1.0.0 1.17 "example.com/e v1.0.0"
simple example.com/c v1.1.0 none "example.com/e v1.1.0"
simple example.com/c v1.2.0 1.22 "example.com/e v1.2.0" "example.com/f v1.0.0"
simple example.com/d v1.0.0 1.18 "example.com/f v1.0.0"
simple example.com/d v1.1.0 1.15 "example.com/f v1.1.0" "example.com/b v1.0.0"
simple example.com/e v1.0.0 1.20
simple example.com/e v1.1.0 1.20 "example.com/g v0.0.0-20240101000000-abcdef123456"
simple example.com/e v1.2.0 1.21.3
simple example.com/f v1.0.0 1.12 "example.com/g v0.1.0"
simple example.com/f v1.1.0 1.12 "example.com/g v0.1.1-0.20240101000000-abcdef123456"
simple example.com/g v0.0.0-20240101000000-abcdef123456 1.20
simple example.com/g v0.1.0 1.20
simple example.com/g v0.1.1-0.20240101000000-abcdef123456 1.20
simple example.com/Upper/CamelCase v1.0.0 1.20
simple example.com/old v2.3.4+incompatible none
simple example.com/new/v2 v2.0.0 1.20 "example.com/old v2.3.4+incompatible"
simple gopkg.in/thing.v3 v3.0.1 1.15
simple example.com/nest v1.0.0 1.20
simple example.com/nest/inner v1.0.0 1.20
simple example.com/nest v1.1.0 1.20 "example.com/nest/inner v1.0.0"
source_in cache/example.com/nest@v1.1.0/inner/deep
source_in cache/example.com/nest/inner@v1.0.0/deep
source_in cache/example.com/nest/inner@v1.0.0/only
simple example.org/fork v1.5.0 1.21 "example.com/g v0.1.0"
printf 'module example.com/odd // a comment\n\ngo 1.20\nfuture directive\nfuture (\n\tx\n)\nreplace example.com/c => ./nowhere\nexclude example.com/c v1.0.0\nrequire "example.com/c" v1.0.0\nrequire (\n\texample.com/g v0.1.0 // indirect; later\n)\nretract [v1.0.0,\n' |
    module example.com/odd v1.0.0
printf 'module example.com/lax\ngo 1.24.custom\nrequire example.com/e v1\n' | module example.com/lax v1.0.0

asks() {
    file "$1/ask" <<'END'
fmt
net/http
no/such/std
cmd/go
example.com/a
example.com/a/sub
example.com/a/none
example.com/b/sub
example.com/c
example.com/c/sub
example.com/d
example.com/e/sub
example.com/f
example.com/g
example.com/g/sub/none
example.com/Upper/CamelCase/sub
example.com/upper/camelcase
example.com/old
example.com/new/v2/sub
example.com/new
gopkg.in/thing.v3/sub
example.com/nest/inner
example.com/nest/inner/deep
example.com/nest/inner/only
example.com/nest/sub
example.com/missing/x
example.com/mainly
example.com/mainly/sub
example.com/mainly/empty
example.com/mainly/nested
example.com/mainly/nested/sub
END
}

# case NAME: a folder with a main module whose go.mod comes from standard input.
case_module() {
    file "$1/go.mod"
    source_in "$1"
    source_in "$1/sub"
    mkdir -p "$1/empty"
    source_in "$1/nested/sub"
    echo "module example.com/other" >"$1/nested/go.mod"
    asks "$1"
}

case_module pruned <<'END'
module example.com/mainly

go 1.21

require (
	example.com/a v1.1.0
	example.com/b v1.0.0 // indirect
	example.com/c v1.1.0
	example.com/d v1.0.0
	example.com/e v1.1.0
	example.com/f v1.0.0
	example.com/g v0.1.0
)
END

case_module sparse <<'END'
module example.com/mainly

go 1.21

require example.com/a v1.0.0
END

case_module deep <<'END'
module example.com/mainly
go 1.17
require example.com/b v1.1.0
END

case_module unpruned <<'END'
module example.com/mainly

go 1.16

require example.com/a v1.0.0
require example.com/b v1.0.0
END

case_module wide <<'END'
module example.com/mainly
go 1.12
require example.com/a v1.2.0
require example.com/b v1.1.0
require example.com/d v1.0.0
END

case_module inconsistent <<'END'
module example.com/mainly

go 1.20

require (
	example.com/a v1.2.0
	example.com/c v1.0.0
	example.com/e v1.0.0
)
END

case_module twice <<'END'
module example.com/mainly

go 1.20

require example.com/a v1.0.0
require example.com/a v1.2.0-rc.1
require example.com/c v1.1.0
require example.com/e v1.1.0
require example.com/g v0.1.0
require example.com/mainly v0.9.0
END

case_module spelling <<'END'
module "example.com/mainly" // Deprecated: no

go 1.22 // the language

toolchain go1.22.1

godebug (
	default=go1.21
	panicnil=1
)

require (
	example.com/Upper/CamelCase v1.0.0
	"example.com/new/v2" "v2.0.0"
	example.com/old v2.3.4+incompatible
	gopkg.in/thing.v3 v3.0.1
	example.com/odd v1.0.0

	// a comment
	example.com/lax v1.0.0 // another
) // a third

require ()

tool example.com/mainly/sub

ignore ./nested

retract (
	v0.1.0 // bad
	[v0.2.0, v0.3.0]
)
END
printf 'module example.com/mainly\r\n\r\ngo 1.20\r\n\r\nrequire (\r\n\texample.com/a v1.0.0 // indirect\r\n)\r\n' | case_module returns

case_module nested <<'END'
module example.com/mainly

go 1.20

require (
	example.com/nest v1.1.0
	example.com/nest/inner v1.0.0
)
END

case_module excluding <<'END'
module example.com/mainly

go 1.16

exclude example.com/c v1.1.0

exclude (
	example.com/f v1.0.0
	example.com/e v1.9.9
)

require example.com/a v1.1.0
require example.com/b v1.0.0
require example.com/f v1.0.0
END

case_module replacing <<'END'
module example.com/mainly

go 1.18

require (
	example.com/a v1.0.0
	example.com/b v1.0.0
	example.com/gone v1.0.0
)

replace example.com/a v1.0.0 => example.com/a v1.1.0

replace (
	example.com/b => ../local/b
	example.com/c v1.1.0 => example.org/fork v1.5.0
	example.com/c v1.0.0 => example.com/c v1.2.0
	example.com/gone => ./sub/gone
	example.com/unused v1.2.3 => ./nowhere
	example.com/g => example.com/g v0.0.0-20240101000000-abcdef123456
)
END
file replacing/sub/gone/go.mod <<'END'
module whatever
require example.com/f v1.1.0
END
source_in replacing/sub/gone
file local/b/go.mod <<'END'
module example.com/b
go 1.19
require example.com/d v1.1.0
END
source_in local/b/sub

# A go.mod that is elsewhere.
case_module elsewhere <<'END'
module example.com/mainly
go 1.20
END
file elsewhere/other.mod <<'END'
module example.com/mainly
go 1.21
require example.com/e v1.2.0
END

# ---- workspaces ----

workspace_module() {
    file "$1/go.mod"
    source_in "$1"
    source_in "$1/sub"
}

mkdir -p workspace && asks workspace
workspace_module workspace/one <<'END'
module example.com/mainly
go 1.21
require example.com/a v1.0.0
require example.com/c v1.0.0
require example.com/two v0.0.0
replace example.com/two => ../two
END
workspace_module workspace/two <<'END'
module example.com/two
go 1.18
require example.com/a v1.2.0-rc.1
require example.com/d v1.0.0
replace example.com/f v1.0.0 => ../three/f
END
workspace_module workspace/three <<'END'
module example.com/three
go 1.16
require example.com/b v1.0.0
exclude example.com/e v1.1.0
END
file workspace/three/f/go.mod <<'END'
module example.com/f
require example.com/Upper/CamelCase v1.0.0
END
source_in workspace/three/f
file workspace/go.work <<'END'
go 1.21

toolchain go1.21.4

use (
	./one
	two
)

use "./three" // quoted
END

asks workspace/one/sub

mkdir -p overriding && asks overriding
workspace_module overriding/one <<'END'
module example.com/mainly
go 1.20
require example.com/b v1.1.0
replace example.com/d v1.1.0 => example.com/d v1.0.0
replace example.com/c => ./gone
END
workspace_module overriding/two <<'END'
module example.com/two
go 1.20
require example.com/a v1.1.0
END
file overriding/go.work <<'END'
go 1.22
use ./one
use ./two
replace example.com/c => example.com/c v1.2.0
replace example.com/e v1.2.0 => ./e
godebug panicnil=1
END
file overriding/e/go.mod <<'END'
module example.com/e
END
source_in overriding/e/sub

# ---- what the go command makes vendor directories from ----

# importing FOLDER IMPORT…
importing() {
    folder=$1
    shift
    {
        echo "package p"
        for import; do
            echo "import _ \"$import\""
        done
    } >"$folder/p.go"
}

case_module vendoring <<'END'
module example.com/mainly

go 1.23

require (
	example.com/Upper/CamelCase v1.0.0
	example.com/a v1.1.0
	example.com/c v1.1.0
	example.com/e v1.1.0
	example.com/g v0.1.0
	example.com/nest v1.1.0
	example.com/nest/inner v1.0.0
)

replace example.com/c => example.org/fork v1.5.0

replace example.com/g v0.1.0 => ./g
END
file vendoring/g/go.mod <<'END'
module example.com/g
go 1.20
END
source_in vendoring/g/sub
importing vendoring example.com/a/sub example.com/c example.com/g/sub example.com/Upper/CamelCase \
    example.com/nest example.com/nest/inner/only
importing vendoring/sub example.com/a

mkdir -p working && asks working
workspace_module working/one <<'END'
module example.com/mainly
go 1.22
require example.com/a v1.0.0
require example.com/c v1.0.0
require example.com/e v1.0.0
END
importing working/one example.com/a example.com/two/sub
workspace_module working/two <<'END'
module example.com/two
go 1.21
require example.com/c v1.2.0
require example.com/e v1.2.0
require example.com/f v1.0.0
require example.com/g v0.1.0
END
importing working/two example.com/c/sub
file working/go.work <<'END'
go 1.22
use ./one
use ./two
END
