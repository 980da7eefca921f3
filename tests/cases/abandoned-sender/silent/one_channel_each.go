// Each request has a channel of its own with a slot for its one answer.
package cases

type request struct {
	n      int
	answer chan int
}

func serve(requests <-chan request) {
	for r := range requests {
		r.answer <- r.n * r.n
	}
}

func ask(n int, late <-chan struct{}) int {
	requests := make(chan request)
	go serve(requests)
	answer := make(chan int, 1)
	requests <- request{n, answer}
	close(requests)
	select {
	case v := <-answer:
		return v
	case <-late:
		return 0
	}
}
