// Run time: the wait for the goroutine comes before the receive that it waits for.
package cases

import "sync"

func once(f func() int) int {
	var wg sync.WaitGroup
	out := make(chan int)
	wg.Add(1)
	go func() {
		defer wg.Done()
		out <- f() // want abandoned-sender[error] "waits for them before it has received"
	}()
	wg.Wait()
	return <-out
}
