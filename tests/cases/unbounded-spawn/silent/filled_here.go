// The stream is filled by the same function from a slice in memory.
package cases

import (
	"net/http"
	"sync"
)

func Fetch(urls []string) {
	queue := make(chan string)
	go func() {
		defer close(queue)
		for _, url := range urls {
			queue <- url
		}
	}()
	var wg sync.WaitGroup
	for url := range queue {
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
