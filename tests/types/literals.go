package literals

type point struct{ x, y float64 }

type base struct {
	id   int
	tags map[string]point
}

type named struct {
	base
	next *named
}

// Types left out of elements, keys of promoted fields, lengths from indexes.
var (
	points = []point{{1, 2}, {y: 3}}
	ptrs   = []*point{{1, 2}}
	nested = map[point][]point{{1, 2}: {{3, 4}}}
	array  = [...]int{5: 1, 2, 1: 3}
	keyed  = named{base: base{id: 1}, next: &named{}}
	promo  = named{id: 2, tags: map[string]point{"a": {}}}
	funcs  = [](func(int) int){func(i int) int { return i }}
	matrix = [2][2]float32{{1}, {0, 1}}
)
