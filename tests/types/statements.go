package statements

type shape interface{ area() float64 }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

// Implicit objects, scopes, labels and comma-ok forms.
func all(x any, ch chan int, m map[string][]byte, s shape) (n int, err error) {
	switch v := x.(type) {
	case nil:
		_ = v
	case int:
		n = v
	case string, []byte:
		_ = v
	case error:
		err = v
	default:
		_ = v
	}
	switch n := n + 1; {
	case n > 1, n < -1:
		n := "inner"
		_ = n
	}
	if sq, ok := s.(square); ok {
		return int(sq.side), nil
	} else if b, found := m["k"]; found {
		_ = b
	}
outer:
	for i, c := range "text" {
		for range 3 {
			select {
			case v, ok := <-ch:
				_, _ = v, ok
				break outer
			case ch <- i:
				continue outer
			default:
				_ = c
			}
		}
	}
	for i := range 10 {
		go func() { ch <- i }()
	}
	for k := range m {
		delete(m, k)
	}
	x, y := 1, 2
	y, z := 3, x
	_, _ = y, z
	const local = iota + 1
	type own struct{ own *own }
	var o own
	o.own = &o
	func() (int, error) { return all(nil, ch, m, s) }()
	return all(nil, ch, m, s)
}

func parenthesized(x any) {
	switch y := x.(type) {
	case (nil), int:
		_ = y
	}
}
