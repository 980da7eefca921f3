package p

var (
	_ = T{}
	_ = T{1, 2,}
	_ = T{a: 1, b: 2}
	_ = &T{a: {1, 2}, b: {{3}}}
	_ = []int{1: 10, 20}
	_ = [...]string{"a", "b"}
	_ = map[string]T{"a": {1}, {x: 1}: {2}}
	_ = struct{ a int }{1}
	_ = p.T{q.U{}}
	_ = []func(){func() {}, nil}
	_ = T{a.b: 1, c.d.e: {}}
	_ = map[[2]int]bool{{1, 2}: true}
	_ = new(T{1})
	_ = new(1 + 2)
)

func f() {
	if (T{} == x) {
	}
	for _, x := range (T{1}) {
	}
	for _, x := range []T{{1}} {
	}
	switch x := (T{}); x {
	}
	if f(T{}) && a[T{}] {
	}
	if x == (struct{}{}) {
	}
}
