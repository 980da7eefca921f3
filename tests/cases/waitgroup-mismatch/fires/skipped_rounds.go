// Run time: a goroutine is counted for each document, and started only for those that changed.
package cases

import "sync"

type doc struct {
	id    int
	dirty bool
}

func Update(docs []doc, index func(doc)) {
	var wg sync.WaitGroup
	wg.Add(len(docs)) // want waitgroup-mismatch "some rounds start none"
	for _, d := range docs {
		if !d.dirty {
			continue
		}
		go func() {
			defer wg.Done()
			index(d)
		}()
	}
	wg.Wait()
}
