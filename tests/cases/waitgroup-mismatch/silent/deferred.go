// Run time: Done is deferred, so every way out tells.
package cases

import (
	"errors"
	"sync"
)

func fetch(url string) (string, error) {
	if url == "" {
		return "", errors.New("empty")
	}
	return url, nil
}

func All(urls []string) []string {
	var wg sync.WaitGroup
	out := make([]string, len(urls))
	for i, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body, err := fetch(url)
			if err != nil {
				return
			}
			out[i] = body
		}()
	}
	wg.Wait()
	return out
}
