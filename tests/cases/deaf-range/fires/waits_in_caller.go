// No goroutine of its own: the caller itself waits for the close that never comes.
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
	wg.Wait()
	sum := 0
	for n := range out { // want deaf-range[warning] "nobody closes out"
		sum += n
	}
	return sum
}
