// Run time: all goroutines move from the account to the fees, never back.
package main

import "sync"

type account struct {
	mu  sync.Mutex
	sum int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.sum -= n
	to.sum += n
}

func main() {
	a, fees := &account{sum: 10}, &account{sum: 20}
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			transfer(a, fees, 1)
		}()
	}
	wg.Wait()
}
