// Run time: the group waits in a queue for the writer that tells.
package cases

import "sync"

type Writer struct {
	mu    sync.Mutex
	queue []*sync.WaitGroup
}

func (w *Writer) Sync(wg *sync.WaitGroup) {
	w.mu.Lock()
	w.queue = append(w.queue, wg)
	w.mu.Unlock()
}

func (w *Writer) Flush() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, wg := range w.queue {
		wg.Done()
	}
	w.queue = nil
}

func (w *Writer) Write() {
	var wg sync.WaitGroup
	wg.Add(1)
	w.Sync(&wg)
	wg.Wait()
}
