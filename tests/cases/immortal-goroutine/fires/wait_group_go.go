// expire is called: the group counts a goroutine that never ends, so a Wait on it would never return either.
package cases

import (
	"sync"
	"time"
)

type Table struct {
	wg  sync.WaitGroup
	age int
}

func (t *Table) expire() {
	t.wg.Go(func() { // want immortal-goroutine "expire"
		for range time.Tick(time.Second) {
			t.age++
		}
	})
}
