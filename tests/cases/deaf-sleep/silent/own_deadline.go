package a

import (
	"context"
	"net/http"
	"time"
)

// A time-out of its own: nobody else ends the loop.
func waitUntilReady(url string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		select {
		case <-ctx.Done():
			return false
		default:
			if resp, err := http.Get(url); err == nil {
				resp.Body.Close()
				return true
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
}
