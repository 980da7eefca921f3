// curfew: --level advice
// Run time: the waiting function is a method value when it gets the stored context.
package cases

import "context"

type slots struct{ free chan struct{} }

func (s *slots) acquire(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-s.free:
		return nil
	}
}

type Worker struct {
	ctx   context.Context
	slots *slots
}

func New(ctx context.Context, s *slots) *Worker {
	return &Worker{ctx: ctx, slots: s}
}

func (w *Worker) Do(job func()) error {
	acquire := w.slots.acquire
	if err := acquire(w.ctx); err != nil { // want stored-context[advice] "ctx"
		return err
	}
	job()
	return nil
}
