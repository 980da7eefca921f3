// What init starts it also waits for.
package cases

import "sync"

var parts [4]int

func init() {
	var wg sync.WaitGroup
	for i := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			parts[i] = i * i
		}()
	}
	wg.Wait()
}
