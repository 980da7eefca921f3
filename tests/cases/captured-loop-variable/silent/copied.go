// curfew: --go 1.21
// The round makes a variable of its own.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		user := user
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user)
		}()
	}
	wg.Wait()
}
