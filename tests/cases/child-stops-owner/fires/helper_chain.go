// The owner's stop reaches the children in a helper, and the child calls it in a closure.
package cases

import "sync"

type Tree struct {
	mu     sync.Mutex
	leaves []*Leaf
}

func (t *Tree) Close() error {
	t.mu.Lock()
	leaves := t.leaves
	t.leaves = nil
	t.mu.Unlock()
	return t.closeAll(leaves)
}

func (t *Tree) closeAll(leaves []*Leaf) error {
	for _, l := range leaves {
		l.Close()
	}
	return nil
}

type Leaf struct {
	tree *Tree
	quit chan struct{}
}

func (l *Leaf) Watch(failed func() bool) {
	abort := func() {
		l.tree.Close() // want child-stops-owner "Leaf.Watch"
	}
	if failed() {
		abort()
	}
}

func (l *Leaf) Close() { close(l.quit) }
