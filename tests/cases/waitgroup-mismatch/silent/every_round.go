// Run time: a goroutine is counted and started for each document.
package cases

import "sync"

type doc struct {
	id    int
	dirty bool
}

func Update(docs []doc, index func(doc)) {
	var wg sync.WaitGroup
	wg.Add(len(docs))
	for _, d := range docs {
		go func() {
			defer wg.Done()
			if !d.dirty {
				return
			}
			index(d)
		}()
	}
	wg.Wait()
}
