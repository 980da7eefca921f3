// curfew: --go 1.21
// Run time: the helper, on the new goroutine, calls the literal, which reads the shared variable.
package cases

import "sync"

func guard(wg *sync.WaitGroup, f func()) {
	defer wg.Done()
	f()
}

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		wg.Add(1)
		go guard(&wg, func() {
			send(user) // want captured-loop-variable "user is one variable"
		})
	}
	wg.Wait()
}
