package p

type point struct{ x, y int }
type line struct {
	from, to *point
	tags     []string
	meta     map[point]any
	ends     [2]point
}

func literals(n int) any {
	a := &line{
		from: &point{1, n},
		tags: []string{"a", 5: "b"},
		meta: map[point]any{{1, 2}: n, {y: 3}: nil},
		ends: [...]point{{x: 1}, {2, 3}},
	}
	b := []*point{{1, 2}, nil}
	c := []any{n, "s", nil}
	d := struct{ p point }{point{n, n}}
	_, _, _ = b, c, d
	return *a
}
