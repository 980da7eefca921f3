// Run time: the caller's context ends first; the lookup does not know of it and sends to nobody.
package cases

import "context"

type result struct {
	addr string
	err  error
}

func resolve(ctx context.Context, host string, lookup func(string) (string, error)) (string, error) {
	done := make(chan result)
	go func() {
		addr, err := lookup(host)
		done <- result{addr, err} // want abandoned-sender[error] "done"
	}()
	select {
	case r := <-done:
		return r.addr, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
