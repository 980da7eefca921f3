// The channel has one slot, and whoever sends takes out first what is in it.
package cases

import "sync"

type newest struct {
	mu        sync.Mutex
	last      string
	listeners []chan string
}

func (n *newest) listen() <-chan string {
	n.mu.Lock()
	defer n.mu.Unlock()
	c := make(chan string, 1)
	n.listeners = append(n.listeners, c)
	return c
}

func (n *newest) publish(text string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.last = text
	for _, l := range n.listeners {
		select {
		case l <- text:
		case <-l:
			l <- text
		}
	}
}

func (n *newest) replace(text string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, l := range n.listeners {
		select {
		case <-l:
		default:
		}
		l <- text
	}
}

func (n *newest) current() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.last
}
