// Deferred calls run before every return; a named result is read after them.
package p

import "sync"

func named(mu *sync.Mutex) (n int, err error) {
	mu.Lock()
	defer mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = nil
		}
	}()
	if n > 0 {
		return n + 1, nil
	}
	n = 2
	return
}

func unnamed(c chan int) int {
	defer close(c)
	for i := range 3 {
		defer println(i)
	}
	return 4
}

func none() {}
