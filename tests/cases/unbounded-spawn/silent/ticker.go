// A timer gives few values, and nobody else decides how many.
package cases

import (
	"net/http"
	"time"
)

func Poll(url string, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for range ticker.C {
		go func() {
			if resp, err := http.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
