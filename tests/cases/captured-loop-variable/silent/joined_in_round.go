// curfew: --go 1.21
// The round waits for its goroutine before the next one begins.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user)
		}()
		wg.Wait()
	}
}
