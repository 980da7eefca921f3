// One goroutine waits for all senders and closes.
package cases

import "sync"

func lengths(words []string) int {
	out := make(chan int, len(words))
	var wg sync.WaitGroup
	for _, w := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out <- len(w)
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	sum := 0
	for n := range out {
		sum += n
	}
	return sum
}
