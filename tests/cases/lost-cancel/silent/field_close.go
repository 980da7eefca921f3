// The field is called by Close, which also waits; callers of Close need not be in sight.
package cases

import "context"

type Feed struct {
	cancel context.CancelFunc
	done   chan struct{}
}

func NewFeed(parent context.Context) *Feed {
	ctx, cancel := context.WithCancel(parent)
	f := &Feed{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(f.done)
		<-ctx.Done()
	}()
	return f
}

func (f *Feed) Close() {
	f.cancel()
	<-f.done
}
