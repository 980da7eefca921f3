package p

type (
	H    chan<- chan<- <-chan int
	I    func()
	J    func(int, ...string) (a, b int, err error)
	K    func(func(int) int) func() chan struct{}
	L    struct{}
	M    interface{}
	N    = p.Q
	O    (int)
