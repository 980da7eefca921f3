// Run time: each function has its own two locks.
package cases

import "sync"

func left(done chan<- int) {
	var a, b sync.Mutex
	n := 0
	go func() {
		a.Lock()
		b.Lock()
		n++
		b.Unlock()
		a.Unlock()
		done <- n
	}()
}

func right(done chan<- int) {
	var a, b sync.Mutex
	n := 0
	go func() {
		b.Lock()
		a.Lock()
		n++
		a.Unlock()
		b.Unlock()
		done <- n
	}()
}

func Both() int {
	done := make(chan int)
	left(done)
	right(done)
	return <-done + <-done
}
