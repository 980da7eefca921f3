// The goroutine under Do loads a table and ends.
package cases

import "sync"

var (
	once  sync.Once
	ready = make(chan struct{})
	table map[string]int
)

func Table(load func() map[string]int) map[string]int {
	once.Do(func() {
		go func() {
			defer close(ready)
			table = load()
		}()
	})
	<-ready
	return table
}
