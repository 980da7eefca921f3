// The range ends at the close, however many were sent.
package cases

import "sync"

func sum(items []string, get func(string) (int, error)) (total int) {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Go(func() {
			v, err := get(item)
			if err != nil {
				return
			}
			out <- v
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	for v := range out {
		total += v
	}
	return total
}
