// An indexer counts a document when it starts the goroutine for it.
package cases

import (
	"fmt"
	"sync"
)

type document struct {
	id    int
	dirty bool
}

type indexer struct {
	mu    sync.Mutex
	terms map[int]int
}

func (x *indexer) index(d document) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.terms[d.id]++
}

func (x *indexer) update(docs []document) {
	var wg sync.WaitGroup
	for _, d := range docs {
		if !d.dirty {
			continue
		}
		wg.Add(1)
		go func(d document) {
			defer wg.Done()
			x.index(d)
		}(d)
	}
	wg.Wait()
}

func use() {
	x := &indexer{terms: map[int]int{}}
	x.update([]document{{1, true}, {2, true}})
	x.update([]document{{1, true}, {2, false}})
	fmt.Println(x.terms)
}
