package main

import (
	"encoding/json"
	"log"
	"net/http"
	"sync"
	"time"
)

// PriceFeed keeps a copy of the price list.
type PriceFeed struct {
	url    string
	client http.Client
	mu     sync.RWMutex
	cents  map[string]int64
}

// NewPriceFeed starts to fetch the list at once and then twice a minute.
func NewPriceFeed(url string) *PriceFeed {
	f := &PriceFeed{url: url, client: http.Client{Timeout: 10 * time.Second}, cents: make(map[string]int64)}
	go f.poll()
	return f
}

// Price returns 0 for what is not on the list.
func (f *PriceFeed) Price(sku string) int64 {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.cents[sku]
}

func (f *PriceFeed) poll() {
	for {
		if err := f.refresh(); err != nil {
			log.Printf("prices: %v", err)
		}
		time.Sleep(30 * time.Second)
	}
}

func (f *PriceFeed) refresh() error {
	resp, err := f.client.Get(f.url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var cents map[string]int64
	if err := json.NewDecoder(resp.Body).Decode(&cents); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cents = cents
	return nil
}
