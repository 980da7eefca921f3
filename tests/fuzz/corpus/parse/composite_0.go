package p

var (
	_ = T{}
	_ = T{1, 2,}
	_ = T{a: 1, b: 2}
	_ = &T{a: {1, 2}, b: {{3}}}
	_ = []int{1: 10, 20}
	_ = [...]string{"a", "b"}
	_ = map[string]T{"a": {1}, {x: 1}: {2}}
