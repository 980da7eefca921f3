package p

type (
	A[T any]                 struct{ x T }
	B[K comparable, V any]   map[K]V
	C[T, U any, V ~int]      []T
	D[P *T, T any]           struct{}
	E[P *T,]                 struct{}
	F[P *struct{}]           struct{}
	G[P (T),]                struct{}
	H[P *E | F]              [1]int
	I[P interface{ *E }]     int
	J[P []int]               int
	K[P map[int]int | ~[]T]  int
	L[T any]                 = A[T]
	M[P *C | ~int]           int
	N[n * m]                 int
	O[f(x)]                  int
	Q[P func(int) T]         int
	R[P chan int]            int
)

func f[T any](x T) T           { return x }
func g[K comparable, V any, _ interface{ ~int }](m map[K]V) {}
func (a A[T]) m()              {}
func (a *B[K, V]) n()          {}
func (a *A[_]) generic[U any](x U) (y T) { return }

var (
	_ = f[int](1)
	_ = g[int, string, int]
	_ = A[int]{1}
	_ = B[int, []string]{1: nil}
	_ = p.A[A[int]]{}
	_ = x[i][j](k)
	_ = a < b
	_ = f(a < b, c > (d))
	_ = []A[int]{{1}, {2}}
	_ = (*A[int])(nil).m
)

type Number interface {
	~int | ~int8 | float64
	String() string
}
