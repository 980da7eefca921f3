package p

func closures() func() int {
	n, m := 0, 1
	inc := func() int {
		n++
		deep := func() int { return n + m }
		return deep()
	}
	func() { m = 2 }()
	return inc
}
