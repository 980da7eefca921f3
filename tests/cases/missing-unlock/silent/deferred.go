// The Unlock runs on every path.
package cases

import "sync"

type limiter struct {
	mu   sync.Mutex
	used map[string]int
}

func (l *limiter) take(user string, max int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.used[user] >= max {
		return false
	}
	l.used[user]++
	return true
}
