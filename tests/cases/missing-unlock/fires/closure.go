// Run time: the literal takes the lock of the function around it and keeps it.
package cases

import "sync"

func counter(mu *sync.Mutex) func(int) int {
	sum := 0
	return func(n int) int {
		mu.Lock() // want missing-unlock "mu.Lock"
		if n < 0 {
			return sum
		}
		sum += n
		mu.Unlock()
		return sum
	}
}
