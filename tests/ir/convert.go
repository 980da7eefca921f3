package p

type celsius float64

type shape interface{ area() int }
type square struct{ side int }

func (s square) area() int { return s.side * s.side }

func use(s shape, more ...any) {}

func convert(f float64, b []byte, e error) (shape, error) {
	c := celsius(f)
	s := string(b)
	use(square{2}, c, s, nil, e)
	use(square{3}, []any{1}...)
	var x any = e
	x = shape(square{4})
	ch := make(chan any, 1)
	ch <- c
	_ = []shape{square{5}}
	_ = x
	return square{6}, e
}
