// curfew: --level advice
// The capacity is the number of elements that the loop sends.
package cases

import "sync"

type list struct {
	mu    sync.Mutex
	items []string
}

func (l *list) snapshot() <-chan string {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make(chan string, len(l.items))
	for _, item := range l.items {
		out <- item
	}
	close(out)
	return out
}
