// Run time: the locks are variables of one call, shared with the goroutine that it starts.
package cases

import "sync"

func sum(a, b []int) int {
	var left, right sync.Mutex
	var total int
	done := make(chan struct{})
	go func() {
		defer close(done)
		left.Lock()
		right.Lock()
		total += len(a)
		right.Unlock()
		left.Unlock()
	}()
	right.Lock()
	left.Lock() // want lock-order[error] "left is taken while right is held"
	total += len(b)
	left.Unlock()
	right.Unlock()
	<-done
	return total
}

func Sum() int { return sum(nil, nil) }
