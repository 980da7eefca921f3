// A lease cannot be taken: the siblings, called through a method value, keep waiting for theirs.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type locker struct{ slots chan struct{} }

func (l *locker) acquire(ctx context.Context) error {
	select {
	case l.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func acquireAll(ctx context.Context, lockers []*locker) error {
	var leases errgroup.Group // want bare-errgroup "leases"
	for _, l := range lockers {
		take := l.acquire
		leases.Go(func() error { return take(ctx) })
	}
	return leases.Wait()
}
