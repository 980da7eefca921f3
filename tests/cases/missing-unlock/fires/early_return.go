// Run time: a user at the limit leaves the lock held, and the next call waits for ever.
package cases

import "sync"

type limiter struct {
	mu   sync.Mutex
	used map[string]int
}

func (l *limiter) take(user string, max int) bool {
	l.mu.Lock() // want missing-unlock[error] "l.mu.Lock is not undone on every path: limiter.take can return"
	if l.used[user] >= max {
		return false
	}
	l.used[user]++
	l.mu.Unlock()
	return true
}
