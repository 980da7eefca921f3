// The type parameter stands for a pointer.
package cases

import "sync"

type guarded struct{ mu sync.Mutex }

func with[P interface{ *guarded }](p P, f func()) {
	q := p
	g := (*guarded)(q)
	g.mu.Lock()
	defer g.mu.Unlock()
	f()
}
