// A lookup gives up after its timeout, and the goroutine that does the work blocks in its send.
// fails: leak
// rule: abandoned-sender, undersized-channel
// in: lookup
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type resolver struct {
	slow    time.Duration
	timeout time.Duration
}

type result struct {
	addr string
	err  error
}

func (r *resolver) resolve(host string) (string, error) {
	time.Sleep(r.slow)
	if host == "" {
		return "", errors.New("empty host")
	}
	return "10.0.0.1", nil
}

func (r *resolver) lookup(ctx context.Context, host string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	done := make(chan result)
	go func() {
		addr, err := r.resolve(host)
		done <- result{addr, err}
	}()
	select {
	case res := <-done:
		return res.addr, res.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func main() {
	r := &resolver{slow: 30 * time.Millisecond, timeout: 5 * time.Millisecond}
	fmt.Println(r.lookup(context.Background(), "db"))
	time.Sleep(50 * time.Millisecond)
}
