// Run time: the goroutine that is started dereferences nil, and the process ends.
package cases

import "context"

func start(done chan<- error) {
	go run(nil, done) // want nil-context "run"
}

func run(ctx context.Context, done chan<- error) {
	select {
	case done <- nil:
	case <-ctx.Done():
	}
}
