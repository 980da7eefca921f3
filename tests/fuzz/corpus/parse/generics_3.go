package p

func (a *A[_]) generic[U any](x U) (y T) { return }

var (
	_ = f[int](1)
	_ = g[int, string, int]
	_ = A[int]{1}
	_ = B[int, []string]{1: nil}
	_ = p.A[A[int]]{}
