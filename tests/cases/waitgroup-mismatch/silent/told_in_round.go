// Run time: a round that starts nothing tells by itself.
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
		if !d.dirty {
			wg.Done()
			continue
		}
		go func() {
			defer wg.Done()
			index(d)
		}()
	}
	wg.Wait()
}
