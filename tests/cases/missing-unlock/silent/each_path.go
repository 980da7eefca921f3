// Each path gives it back by itself.
package cases

import "sync"

type limiter struct {
	mu   sync.Mutex
	used map[string]int
}

func (l *limiter) take(user string, max int) bool {
	l.mu.Lock()
	if l.used[user] >= max {
		l.mu.Unlock()
		return false
	}
	l.used[user]++
	l.mu.Unlock()
	return true
}
