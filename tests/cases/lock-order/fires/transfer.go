// Run time: one goroutine moves money from a to b while another one moves it from b to a.
package main

import "sync"

type account struct {
	mu  sync.Mutex
	sum int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock() // want lock-order[warning] "the lock of to is taken while that of from is held"
	defer to.mu.Unlock()
	from.sum -= n
	to.sum += n
}

func main() {
	a, b := &account{sum: 10}, &account{sum: 20}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		transfer(a, b, 1)
	}()
	go func() {
		defer wg.Done()
		transfer(b, a, 2)
	}()
	wg.Wait()
}
