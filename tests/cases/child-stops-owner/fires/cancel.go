// A worker fails and closes its manager, which stops every worker, the failed one among them.
package cases

import "context"

type Manager struct {
	workers []*Worker
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
	w.parent.Close() // want child-stops-owner[warning] "Worker.onFailure calls w.parent.Close"
}

func (w *Worker) Fail() { w.onFailure() }

func (w *Worker) Stop() { w.cancel() }
