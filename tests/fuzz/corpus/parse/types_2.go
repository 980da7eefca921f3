package p

type (
	P    *p.Q
	R    [N * 2]int
	S    [len(x)]int
	T    [N]int
)

type X struct {
	a, b int `tag`
