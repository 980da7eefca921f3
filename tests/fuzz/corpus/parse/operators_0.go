package p

func f() {
	_ = a + b - c*d/e%g&h|i ^ j<<k>>l&^m
	_ = a && b || !c && (d == e) != (f < g) || h <= i && j > k || l >= m
	_ = -a + +b ^ ^c
	_ = *p.q * *r
	_ = &x & &y
	_ = <-c + <-d
	a += 1
	a -= 1
}
