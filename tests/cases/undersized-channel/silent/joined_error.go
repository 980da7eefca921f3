// The error that left the loop is what decides whether the rest is drained, if joined with another one.
package cases

import (
	"context"
	"errors"
	"sync"
)

func readAll(ctx context.Context, readers []func() error) error {
	results := make(chan error, 2)
	var wg sync.WaitGroup
	for _, read := range readers {
		wg.Go(func() { results <- read() })
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	var err error
	for e := range results {
		if e != nil {
			err = e
			break
		}
	}
	err = errors.Join(err, ctx.Err())
	if err != nil {
		for range results {
		}
		return err
	}
	return nil
}
