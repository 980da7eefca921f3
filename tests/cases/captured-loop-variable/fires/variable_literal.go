// curfew: --go 1.21
// Run time: the literal is kept in a variable first; the goroutine runs it when the loop has gone on.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		run := func() {
			defer wg.Done()
			send(user) // want captured-loop-variable "user is one variable"
		}
		wg.Add(1)
		go run()
	}
	wg.Wait()
}
