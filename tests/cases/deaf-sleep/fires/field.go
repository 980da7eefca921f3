// Run time: context and interval come from fields; the interval is set to a constant by the constructor.
package cases

import (
	"context"
	"time"
)

type sampler struct {
	ctx   context.Context
	every time.Duration
	n     int
}

func newSampler(ctx context.Context) *sampler {
	return &sampler{ctx: ctx, every: 15 * time.Second}
}

func (s *sampler) run() {
	for s.ctx.Err() == nil {
		s.n++
		time.Sleep(s.every) // want deaf-sleep "Sleep"
	}
}
