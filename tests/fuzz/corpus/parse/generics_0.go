package p

type (
	A[T any]                 struct{ x T }
	B[K comparable, V any]   map[K]V
	C[T, U any, V ~int]      []T
	D[P *T, T any]           struct{}
	E[P *T,]                 struct{}
	F[P *struct{}]           struct{}
	G[P (T),]                struct{}
