0package x

import "x"

const A, B, C, D = 1 << 100, 1.5, 2i, "text"

type N struct {
	f    *N `tag:"1"`
	Open func(a int, b ...x.M) (n N, err error)
	x.E
}

func (n *N) m()    {}
func (n N) M() N   { return n }

type G[K comparable, V interface{ ~int | *K }] map[K]V

func (g G[K, V]) Get(k K) (v V) { return }

type Alias[T any] = struct{ G[string, T]; c <-chan [3]T }

type I interface {
	x.I
	Error() string
	own()
}

var V Alias[int]

func F[T, U any, S ~[]T](s S, f func(T) U) []U { return nil }
