// The test returns: what it cancels is not the context that the goroutine listens to.
package cases

import (
	"context"
	"testing"
)

type follower struct{ ready chan struct{} }

func (f *follower) follow(ctx context.Context) {
	close(f.ready)
	<-ctx.Done()
}

func TestFollow(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f := &follower{ready: make(chan struct{})}
	go f.follow(context.WithoutCancel(ctx)) // want test-outlived "ollow"
	<-f.ready
}
