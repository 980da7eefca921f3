// The constructor's context reaches the goroutine, so whoever holds its cancel function holds the stop.
package cases

import (
	"context"
	"time"
)

type Meter struct{ value int }

func NewMeter(ctx context.Context) *Meter {
	m := &Meter{}
	go m.run(ctx)
	return m
}

func (m *Meter) run(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			m.value++
		}
	}
}
