package p

type (
	A    []int
	B    [3]*int
	C    map[string][]byte
	D    chan int
	E    <-chan int
	F    chan<- int
	G    chan (<-chan int)
	H    chan<- chan<- <-chan int
	I    func()
	J    func(int, ...string) (a, b int, err error)
	K    func(func(int) int) func() chan struct{}
	L    struct{}
	M    interface{}
	N    = p.Q
	O    (int)
	P    *p.Q
	R    [N * 2]int
	S    [len(x)]int
	T    [N]int
)

type X struct {
	a, b int `tag`
	c    [3]int
	d    []int
	Y
	*Z
	p.Q "tag"
	*p.R
	_ func()
	G[int]
	p.G[int, string]
	*G[X]
}

type W interface {
	m()
	n(a, b int) (c int)
	Y
	p.Q
	~int | ~string | []byte
	G[int]
	p.G[X, Y]
	*int
	fmt.Stringer | error
}
