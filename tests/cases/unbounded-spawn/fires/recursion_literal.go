// The goroutine is a literal that calls the function around it, in two places.
package cases

type Tree struct {
	left, right *Tree
	load        func()
}

func (t *Tree) Visit() {
	if t == nil {
		return
	}
	t.load()
	go func() { // want unbounded-spawn "Tree.Visit"
		t.left.Visit()
		t.right.Visit()
	}()
}
