// The recursion stops at a depth: below it the work is done in place.
package cases

type Tree struct {
	left, right *Tree
	load        func()
}

func (t *Tree) Visit(depth int) {
	if t == nil {
		return
	}
	t.load()
	if depth > 3 {
		t.left.Visit(depth + 1)
		t.right.Visit(depth + 1)
		return
	}
	go t.left.Visit(depth + 1)
	go t.right.Visit(depth + 1)
}
