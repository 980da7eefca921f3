package p

type (
	Q[P func(int) T]         int
	R[P chan int]            int
)

func f[T any](x T) T           { return x }
func g[K comparable, V any, _ interface{ ~int }](m map[K]V) {}
func (a A[T]) m()              {}
func (a *B[K, V]) n()          {}
