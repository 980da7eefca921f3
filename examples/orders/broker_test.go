package main

import (
	"testing"
	"time"
)

func TestPublishReachesEverySubscriber(t *testing.T) {
	broker := NewBroker()
	seen := make(chan string, 10)
	for range 2 {
		events := broker.Subscribe()
		go func() {
			for event := range events {
				seen <- event.Kind
			}
		}()
	}
	broker.Publish(Event{Kind: "created"})
	for range 2 {
		if kind := <-seen; kind != "created" {
			t.Errorf("got %q", kind)
		}
	}
}

func TestCacheForgets(t *testing.T) {
	cache := NewCache(time.Minute)
	cache.Set("7", Order{ID: 7})
	if order, ok := cache.Get("7"); !ok || order.ID != 7 {
		t.Errorf("got %v, %v", order, ok)
	}
	cache.evict(time.Now().Add(time.Hour))
	if _, ok := cache.Get("7"); ok {
		t.Error("still there")
	}
}
