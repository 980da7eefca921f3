// Run time: the cancel function rests in a field that no method and no function of the package ever calls.
package cases

import "context"

type feed struct {
	cancel context.CancelFunc
	done   chan struct{}
}

func newFeed(parent context.Context) *feed {
	ctx, cancel := context.WithCancel(parent) // want lost-cancel "cancel"
	f := &feed{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(f.done)
		<-ctx.Done()
	}()
	return f
}

func (f *feed) wait() {
	<-f.done
}
