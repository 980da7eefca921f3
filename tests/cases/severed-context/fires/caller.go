// Run time: serve's context ends, but the method between it and the wait has no context and makes a fresh one.
package cases

import "context"

type ledger struct{ entries chan string }

func (l *ledger) await(ctx context.Context) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case e := <-l.entries:
		return e, nil
	}
}

func (l *ledger) latest() (string, error) {
	return l.await(context.Background()) // want severed-context "await"
}

func serve(ctx context.Context, l *ledger) ([]string, error) {
	var all []string
	for ctx.Err() == nil {
		e, err := l.latest()
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, ctx.Err()
}
