// A worker reports its failure on a channel; the owner decides.
package cases

import "context"

type Manager struct {
	workers []*Worker
	failed  chan *Worker
}

func (m *Manager) Close() {
	for _, w := range m.workers {
		w.Stop()
	}
}

type Worker struct {
	cancel context.CancelFunc
	parent *Manager
}

func NewWorker(m *Manager) (*Worker, context.Context) {
	ctx, cancel := context.WithCancel(context.Background())
	w := &Worker{cancel: cancel, parent: m}
	m.workers = append(m.workers, w)
	return w, ctx
}

func (w *Worker) onFailure() {
	select {
	case w.parent.failed <- w:
	default:
	}
}

func (w *Worker) Fail() { w.onFailure() }

func (w *Worker) Stop() { w.cancel() }
