// Stop takes the cancel function out of the field first; it is the same one.
package cases

import (
	"context"
	"os"
	"sync"
	"time"
)

type Tracker struct {
	mu     sync.Mutex
	cancel context.CancelFunc
}

func (t *Tracker) Start(path string) {
	ctx, cancel := context.WithCancel(context.Background())
	t.mu.Lock()
	t.cancel = cancel
	t.mu.Unlock()
	go track(ctx, path)
}

func track(ctx context.Context, path string) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Minute):
			os.WriteFile(path, []byte("alive"), 0o600)
		}
	}
}

func (t *Tracker) Stop() {
	t.mu.Lock()
	cancel := t.cancel
	t.cancel = nil
	t.mu.Unlock()
	if cancel != nil {
		cancel() // want stop-without-wait "Tracker.Stop"
	}
}
