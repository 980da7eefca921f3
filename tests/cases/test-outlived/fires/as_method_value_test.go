// The test returns: a method value runs under a context whose cancel function was thrown away.
package cases

import (
	"context"
	"testing"
)

type worker struct{ id int }

func (w *worker) process(ctx context.Context)

func TestProcess(t *testing.T) {
	ctx, _ := context.WithCancel(context.Background())
	w := &worker{id: 1}
	body := w.process
	go body(ctx) // want test-outlived "rocess"
	t.Log("running")
}
