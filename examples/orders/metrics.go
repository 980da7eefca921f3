package main

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"sync"
	"time"
)

const metricsURL = "http://localhost:8083/counts"

// Counters are pushed to the monitoring once in ten seconds.
type Counters struct {
	client http.Client
	mu     sync.Mutex
	counts map[string]int
}

var (
	metricsOnce sync.Once
	metrics     *Counters
)

// Metrics returns the counters of the process and starts pushing them on first use.
func Metrics() *Counters {
	metricsOnce.Do(func() {
		metrics = &Counters{client: http.Client{Timeout: 5 * time.Second}, counts: make(map[string]int)}
		go metrics.push()
	})
	return metrics
}

func (c *Counters) Count(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[name]++
}

func (c *Counters) push() {
	for range time.Tick(10 * time.Second) {
		if err := c.send(); err != nil {
			log.Printf("metrics: %v", err)
		}
	}
}

func (c *Counters) send() error {
	c.mu.Lock()
	body, err := json.Marshal(c.counts)
	c.mu.Unlock()
	if err != nil {
		return err
	}
	resp, err := c.client.Post(metricsURL, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
