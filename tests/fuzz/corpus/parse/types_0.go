package p

type (
	A    []int
	B    [3]*int
	C    map[string][]byte
	D    chan int
	E    <-chan int
	F    chan<- int
	G    chan (<-chan int)
