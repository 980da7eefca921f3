// Run time: one lock around the loop covers a send for each subscriber, and one slow subscriber stops all.
package cases

import "sync"

type topic struct {
	mu          sync.Mutex
	subscribers []chan string
}

func (t *topic) subscribe() <-chan string {
	ch := make(chan string, 4)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.subscribers = append(t.subscribers, ch)
	return ch
}

func (t *topic) publish(message string) {
	t.mu.Lock()
	for _, s := range t.subscribers {
		s <- message // want lock-across-wait "mu"
	}
	t.mu.Unlock()
}
