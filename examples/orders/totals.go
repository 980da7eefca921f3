package main

import (
	"context"
	"errors"
	"sync"
)

// shopTotals asks the store for each shop's total, all at the same time.
func shopTotals(ctx context.Context, store *Store, shops []string) (map[string]int64, error) {
	var (
		wg     sync.WaitGroup
		mu     sync.Mutex
		totals = make(map[string]int64, len(shops))
		errs   []error
	)
	for _, shop := range shops {
		go func() {
			wg.Add(1)
			defer wg.Done()
			cents, err := store.Total(ctx, shop)
			mu.Lock()
			defer mu.Unlock()
			totals[shop] = cents
			errs = append(errs, err)
		}()
	}
	wg.Wait()
	mu.Lock()
	defer mu.Unlock()
	return totals, errors.Join(errs...)
}
