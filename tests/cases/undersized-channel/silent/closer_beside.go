// The group is waited for beside the range, which takes all that is sent.
package cases

import "sync"

func squares(n int) (sum int) {
	out := make(chan int)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { out <- i * i })
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	for v := range out {
		sum += v
	}
	return sum
}
