package p

func f() {
	a, b = b, a
	a, b := f(), g()
	a++
	b--
	c <- a << 1
}
}
