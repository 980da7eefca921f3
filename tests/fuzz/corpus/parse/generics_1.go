package p

type (
	H[P *E | F]              [1]int
	I[P interface{ *E }]     int
	J[P []int]               int
	K[P map[int]int | ~[]T]  int
	L[T any]                 = A[T]
	M[P *C | ~int]           int
	N[n * m]                 int
	O[f(x)]                  int
