package p

// with carriage return
var x = `a
b`
/* c
d */
func f() {
	g()
}
