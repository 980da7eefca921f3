// Each call has a group of its own: the goroutine waits for its children.
package cases

import "sync"

type Dir struct{ children []*Dir }

func Walk(d *Dir, visit func(*Dir)) {
	var wg sync.WaitGroup
	for _, child := range d.children {
		wg.Add(1)
		go func() {
			defer wg.Done()
			Walk(child, visit)
		}()
	}
	visit(d)
	wg.Wait()
}
