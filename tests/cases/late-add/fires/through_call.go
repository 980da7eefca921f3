// Run time: the goroutine calls a method that counts it, so the Add is two calls away from the go statement.
package cases

import "sync"

type tracker struct{ running sync.WaitGroup }

func (t *tracker) begin() {
	t.running.Add(1) // want late-add[error] "running"
}

func (t *tracker) end() {
	t.running.Done()
}

func runAll(jobs []func()) {
	var t tracker
	for _, job := range jobs {
		go func() {
			t.begin()
			defer t.end()
			job()
		}()
	}
	t.running.Wait()
}
