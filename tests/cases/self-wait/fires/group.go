// Wait inside a counted goroutine: its own Done is deferred.
package cases

import "sync"

func Fetch(urls []string, get func(string)) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			get(url)
			wg.Wait() // want self-wait "wg.Wait waits for the goroutine that calls it"
		}()
	}
	wg.Wait()
}
