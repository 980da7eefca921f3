// Run time: An indexer counts every document before it skips those that did not change: Wait waits for goroutines that never started.
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
	wg.Add(len(docs))
	for _, d := range docs {
		if !d.dirty {
			continue
		}
		go func(d document) {
			defer wg.Done()
			x.index(d)
		}(d)
	}
	wg.Wait() // want stuck-goroutine "the count never comes down to zero"
}

func use() {
	x := &indexer{terms: map[int]int{}}
	x.update([]document{{1, true}, {2, true}})
	x.update([]document{{1, true}, {2, false}})
	fmt.Println(x.terms)
}
