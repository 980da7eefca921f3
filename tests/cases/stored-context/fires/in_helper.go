// curfew: --level advice
// Run time: the exported method leaves the work to a helper method, which is where the stored context is used.
package cases

import "context"

type Worker struct {
	ctx  context.Context
	slot chan struct{}
}

func New(ctx context.Context) *Worker {
	return &Worker{ctx: ctx, slot: make(chan struct{}, 4)}
}

func acquire(ctx context.Context, slot chan<- struct{}) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case slot <- struct{}{}:
		return nil
	}
}

func (w *Worker) Do(job func()) error {
	if err := w.enter(); err != nil {
		return err
	}
	job()
	<-w.slot
	return nil
}

func (w *Worker) enter() error {
	return acquire(w.ctx, w.slot) // want stored-context[advice] "ctx"
}
