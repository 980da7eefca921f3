module "example.com/m/v2" // Deprecated: no

go 1.22.3
toolchain go1.23.1

godebug (
	default=go1.21
	panicnil=1
)
godebug x=y

require (
	example.com/a v1.2.3-rc.1+incompatible // indirect; kept
	"gopkg.in/thing.v3" v3.0.0-20240101000000-abcdef123456
)
require example.com/b v1 // indirect
exclude example.com/a v1.2.2
replace example.com/a v1.2.3 => "../a b"
replace (
	example.com/b => example.com/c v1.0.0
)
retract [v2.0.0, v2.1.0] // bad
retract v2.2.0
tool example.com/m/v2/cmd
ignore ./node_modules
ignore (
	static
)
require ()
