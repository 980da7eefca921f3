//go:build go1.21

// Run time: the file says that it is of Go 1.21, whatever the module's version is.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	for _, user := range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user) // want captured-loop-variable "user is one variable"
		}()
	}
	wg.Wait()
}
