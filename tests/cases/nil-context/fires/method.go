// Run time: the method waits under the context that it is given.
package cases

import "context"

type store struct{ ready chan struct{} }

func (s *store) wait(ctx context.Context) error {
	select {
	case <-s.ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func open(s *store) error {
	return s.wait(nil) // want nil-context "s.wait"
}
