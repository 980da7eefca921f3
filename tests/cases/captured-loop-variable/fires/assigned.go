// Run time: the loop assigns to a variable of the function, which is one in every version of Go.
package cases

import "sync"

func all(users []string, send func(string)) {
	var wg sync.WaitGroup
	var user string
	for _, user = range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user) // want captured-loop-variable "user is one variable"
		}()
	}
	wg.Wait()
}
