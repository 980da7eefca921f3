package p

type (
	_ = x[i][j](k)
	_ = a < b
	_ = f(a < b, c > (d))
	_ = []A[int]{{1}, {2}}
	_ = (*A[int])(nil).m
)

type Number interface {
