package constants

// Untyped constants take the type of where they go; those that go nowhere stay untyped.
const (
	a, b = iota, 1 << iota
	c, d
	_, _
	e, f
)

const (
	big     = 1 << 100
	back    = big >> 98
	third   = 1.0 / 3
	kilo    = 1e3
	hex     = 0x1.8p1
	i       = 2i
	z       = (1 + i) * (1 - i)
	r       = 'a' + 1
	s       = "ab" + "cd"
	n       = len(s)
	t       = s < "b"
	u       = ^uint8(1)
	neg     = -5 / 2
	rem     = -5 % 3
	narrow  = uint8(255)
	floats  = float32(0.1)
	text    = string(rune(0x20ac))
	escaped = "\x00\u00e9\"\t\U0001F600"
)

var (
	v1             = big >> 98
	v2 float64     = 1
	v3 interface{} = 'x'
	v4 complex64   = 1
	v5             = 1 << 3.0
	v6             = [...]string{2: "c", 0: "a"}
)

func shifts(n uint) {
	var x int64 = 1 << n
	var y = 1 << n
	var w = 1.0<<n == 8
	_, _, _ = x, y, w
}

// Exponents of floats have 32 bits.
const (
	vast  = 1e+646456992
	tiny  = 1e-646456992
	ratio = vast / 1e+646456991
	lost  = tiny * tiny
)

// Letters of Unicode 17 are printed as they are.
const recent = "\ua7dc\U00016ea0" + "\ua7dd"
