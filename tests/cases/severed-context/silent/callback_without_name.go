// The callback has a context parameter for the sake of its type; what it is given there never ends.
package cases

import (
	"context"
	"runtime/pprof"
)

type table struct{ flushed chan struct{} }

func (t *table) settle(ctx context.Context) {
	select {
	case <-t.flushed:
	case <-ctx.Done():
	}
}

func (t *table) flush() { t.settle(context.TODO()) }

func flushLabelled(t *table) {
	pprof.Do(context.Background(), pprof.Labels("work", "flush"), func(context.Context) {
		t.flush()
	})
}
