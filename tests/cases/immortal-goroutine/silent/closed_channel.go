// The workers range over a channel that the producer closes, and the producer waits for them.
package cases

import "sync"

func sumAll(values []int) int {
	work := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range work {
				mu.Lock()
				total += v
				mu.Unlock()
			}
		}()
	}
	for _, v := range values {
		work <- v
	}
	close(work)
	wg.Wait()
	return total
}
