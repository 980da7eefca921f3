// The variable names another lock by then.
package cases

import "sync"

type node struct {
	mu   sync.Mutex
	next *node
}

func last(n *node) *node {
	n.mu.Lock()
	for n.next != nil {
		next := n.next
		next.mu.Lock()
		n.mu.Unlock()
		n = next
	}
	n.mu.Unlock()
	return n
}
