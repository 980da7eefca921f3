// A goroutine of its own closes when the senders have ended: the receive takes that for the end.
package cases

import "sync"

func sum(items []string, get func(string) (int, error)) (total int) {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Go(func() {
			if v, err := get(item); err == nil {
				out <- v
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	for {
		v, ok := <-out
		if !ok {
			return total
		}
		total += v
	}
}
