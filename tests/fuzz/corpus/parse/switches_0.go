package p

func f() {
	switch {
	case a, b:
		x()
		fallthrough
	case c:
	default:
		y()
	}
}
