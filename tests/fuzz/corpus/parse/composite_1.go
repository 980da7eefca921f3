package p

var (
	_ = struct{ a int }{1}
	_ = p.T{q.U{}}
	_ = []func(){func() {}, nil}
	_ = T{a.b: 1, c.d.e: {}}
	_ = map[[2]int]bool{{1, 2}: true}
	_ = new(T{1})
	_ = new(1 + 2)
)
