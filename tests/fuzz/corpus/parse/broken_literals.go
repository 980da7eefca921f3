package p

var (
	a = 0b12 + 0o8 + 089 + 0x + 1_ + 0x1.0 + 1e + 0b1.0 + 1p2
	b = '' + 'ab' + '\q' + '\400' + '\ud800'
	c = "\x1" + "\U00110000" + "\"
	d = "never ends
	e = 'n
	f = @ # $ ? \
	g = “curly”
)

var after = `never ends either
