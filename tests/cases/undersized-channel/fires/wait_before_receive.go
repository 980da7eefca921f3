// Run time: the wait for the group comes before the first receive; no send can complete.
package cases

import "sync"

func squares(n int) (sum int) {
	out := make(chan int) // want undersized-channel[error] "waits for them"
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { out <- i * i })
	}
	wg.Wait()
	close(out)
	for v := range out {
		sum += v
	}
	return sum
}
