// curfew: --go 1.21
// Run time: when the goroutines run, user is the last one for all of them.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user) // want captured-loop-variable[warning] "user is one variable for all rounds of the loop, and a goroutine reads it"
		}()
	}
	wg.Wait()
}
