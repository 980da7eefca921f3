// curfew: --go 1.21
// The value is passed when the goroutine is started.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		wg.Add(1)
		go func(user string) {
			defer wg.Done()
			send(user)
		}(user)
	}
	wg.Wait()
}
