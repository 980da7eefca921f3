// A goroutine for each element of a slice in memory, all waited for.
package cases

import (
	"net/http"
	"sync"
)

func Fetch(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if resp, err := http.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
	}
	wg.Wait()
}
