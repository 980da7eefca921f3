// curfew: --level advice
// Run time: the account with the lower id is always locked first.
package main

import "sync"

type account struct {
	mu  sync.Mutex
	id  int
	sum int
}

func transfer(from, to *account, n int) {
	if from.id < to.id {
		from.mu.Lock()
		to.mu.Lock()
	} else {
		to.mu.Lock()
		from.mu.Lock()
	}
	from.sum -= n
	to.sum += n
	from.mu.Unlock()
	to.mu.Unlock()
}

func main() {
	a, b := &account{id: 1, sum: 10}, &account{id: 2, sum: 20}
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
