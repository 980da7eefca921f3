package p

type (
	c    [3]int
	d    []int
	Y
	*Z
	p.Q "tag"
	*p.R
	_ func()
	G[int]
