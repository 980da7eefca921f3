// Run time: rest can see a count of zero although the oven is about to bake.
package cases

import (
	"context"
	"sync"
)

type oven struct {
	batches sync.WaitGroup
	loaves  int
}

func (o *oven) bake(shift context.Context) {
	for shift.Err() == nil && o.loaves < 100 {
		o.loaves++
	}
}

func (o *oven) Light(shift context.Context) {
	go func() {
		o.batches.Add(1) // want late-add[error] "batches"
		defer o.batches.Done()
		o.bake(shift)
	}()
}

func (o *oven) Rest() {
	o.batches.Wait()
}
