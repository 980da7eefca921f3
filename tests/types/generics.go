package generics

// Instantiation, inference from arguments, from constraints and from what a function is assigned to.
type Number interface {
	~int | ~int64 | ~float64
}

type List[T any] struct {
	head *node[T]
	size int
}

type node[T any] struct {
	value T
	next  *node[T]
}

func (l *List[E]) Push(x E) {
	l.head = &node[E]{x, l.head}
	l.size++
}

func (l *List[E]) Each(f func(E) bool) {
	for n := l.head; n != nil; n = n.next {
		if !f(n.value) {
			return
		}
	}
}

func Map[T, U any](xs []T, f func(T) U) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func Sum[S ~[]N, N Number](xs S) (total N) {
	for _, x := range xs {
		total += x
	}
	return total
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

func Zero[T any]() (zero T) { return }

func Max[T int | string](a, b T) T { return max(a, b) }

type Pair[A, B any] struct {
	First  A
	Second B
}

type IntPair = Pair[int, int]
type Same[T any] = Pair[T, T]

type Tree[K interface{ Less(K) bool }] struct{ left, right *Tree[K] }

type ints []int

func use() {
	var l List[string]
	l.Push("x")
	for s := range l.Each {
		_ = s
	}
	_ = Map([]int{1}, func(i int) string { return "" })
	_ = Sum(ints{1, 2})
	_ = Keys(map[string]ints{})
	_ = Zero[*List[int]]()
	_ = Max(1, 2)
	var f func([]int, func(int) bool) []bool = Map
	g := Map[byte, rune]
	p := IntPair{1, 2}
	q := Same[error]{}
	_, _, _, _ = f, g, p.First, q.Second
	_ = apply(Sum[[]float64], nil)
	_ = apply(first, []string{"a"})
}

func first[T any](xs []T) T { return xs[0] }

func apply[T, R any](f func(T) R, x T) R { return f(x) }

type Step func(int) bool

func test[T any](x T) bool { return true }

// As elements, fields and what is sent, generic functions are instantiated by their place.
func places(c chan Step) {
	_ = []Step{test, 1: test[int]}
	_ = map[string]Step{"a": test}
	_ = struct{ f Step }{test}
	_ = struct{ f Step }{f: test}
	c <- test
}

type Twin[T any] struct{ first T }

// The receiver's type parameter is named as its type is.
func (t Twin[Twin]) same() Twin { return t.first }
