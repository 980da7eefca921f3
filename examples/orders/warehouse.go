package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"golang.org/x/sync/errgroup"
)

// Warehouse is a client of the service that knows what lies on the shelves.
type Warehouse struct {
	ctx  context.Context
	base string
}

func NewWarehouse(ctx context.Context, base string) *Warehouse {
	return &Warehouse{ctx: ctx, base: base}
}

// Reserve sets the order's items aside.
func (w *Warehouse) Reserve(order Order) error {
	query := url.Values{"sku": {order.SKU}, "count": {strconv.Itoa(order.Count)}}
	req, err := http.NewRequestWithContext(w.ctx, http.MethodPost, w.base+"/reserve?"+query.Encode(), nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("reserve %s: %s", order.SKU, resp.Status)
	}
	return nil
}

// Stock asks for several items at once; one answer that fails makes the whole call fail.
func (w *Warehouse) Stock(ctx context.Context, skus []string) ([]int, error) {
	counts := make([]int, len(skus))
	var g errgroup.Group
	g.SetLimit(8)
	for i, sku := range skus {
		g.Go(func() error {
			n, err := w.count(ctx, sku)
			counts[i] = n
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return counts, nil
}

func (w *Warehouse) count(ctx context.Context, sku string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, w.base+"/stock/"+url.PathEscape(sku), nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var n int
	err = json.NewDecoder(resp.Body).Decode(&n)
	return n, err
}
