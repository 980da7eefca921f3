// A leaf leaves its tree: the owner forgets it, and stops nobody.
package cases

import "sync"

type Tree struct {
	mu     sync.Mutex
	leaves map[*Leaf]bool
}

func (t *Tree) remove(l *Leaf) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.leaves, l)
}

func (t *Tree) Close() {
	for l := range t.leaves {
		close(l.quit)
	}
}

type Leaf struct {
	tree *Tree
	quit chan struct{}
}

func (l *Leaf) Close() { l.tree.remove(l) }
