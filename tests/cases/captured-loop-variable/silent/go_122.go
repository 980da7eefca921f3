// curfew: --go 1.22
// Each round has a variable of its own.
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
	}
	wg.Wait()
}
