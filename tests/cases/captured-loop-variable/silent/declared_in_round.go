// curfew: --go 1.21
// The variable is declared inside the loop's body.
package cases

import "sync"

func all(next func() (string, bool), send func(string)) {
	var wg sync.WaitGroup
	for {
		user, ok := next()
		if !ok {
			break
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(user)
		}()
	}
	wg.Wait()
}
