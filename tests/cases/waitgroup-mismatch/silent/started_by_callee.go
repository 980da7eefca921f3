// Run time: the function that is called starts the goroutine which tells.
package cases

import "sync"

func stream(out chan<- int, wg *sync.WaitGroup) {
	go func() {
		defer wg.Done()
		out <- 1
	}()
}

func Run(tries int) {
	out := make(chan int, 2)
	var wg sync.WaitGroup
	wg.Add(1)
	stream(out, &wg)
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		out <- tries
	}()
	wg.Wait()
}
