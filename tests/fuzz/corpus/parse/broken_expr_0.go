package p

func f() {
	a = 
	b = 1 +
	c = (2
	d(1, 2
	e[
	g = h.
	i = x[1:2:]
	j = []int{1, 2
}
