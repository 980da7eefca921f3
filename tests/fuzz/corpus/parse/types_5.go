package p

type (
	p.Q
	~int | ~string | []byte
	G[int]
	p.G[X, Y]
	*int
	fmt.Stringer | error
}
