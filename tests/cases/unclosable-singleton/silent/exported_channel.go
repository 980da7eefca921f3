// The queue that the worker ranges over is an exported variable: an importer closes it, as the comment on it asks.
package cases

import "sync"

var (
	once sync.Once

	// Jobs is closed by main at shutdown, which ends the worker.
	Jobs = make(chan func())
	Done = make(chan struct{})
)

func Start() {
	once.Do(func() {
		go func() {
			defer close(Done)
			for job := range Jobs {
				job()
			}
		}()
	})
}
