package p

type (
	p.G[int, string]
	*G[X]
}

type W interface {
	m()
	n(a, b int) (c int)
	Y
