// Run time: where fetch fails the goroutine returns without Done, and all waits for ever.
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
			body, err := fetch(url)
			if err != nil {
				return
			}
			out[i] = body
			wg.Done() // want waitgroup-mismatch[error] "can return without it, and wg.Wait waits for ever"
		}()
	}
	wg.Wait()
	return out
}
