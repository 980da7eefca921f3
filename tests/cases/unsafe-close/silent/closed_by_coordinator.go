// The workers are waited for, and one goroutine closes.
package cases

import "sync"

func squares(in []int) []int {
	results := make(chan int)
	var wg sync.WaitGroup
	for _, v := range in {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- v * v
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	var out []int
	for r := range results {
		out = append(out, r)
	}
	return out
}
