// The wait group belongs to the caller, who waits for it.
package cases

import (
	"os"
	"sync"
)

type Writer struct{ root string }

func (w *Writer) Write(wg *sync.WaitGroup, name string) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		os.WriteFile(w.root+name, nil, 0o600)
	}()
}

func (w *Writer) Close() error { return nil }
