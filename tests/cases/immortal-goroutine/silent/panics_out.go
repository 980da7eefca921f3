// A broken invariant panics out of the loop, and the recover in the goroutine turns that into its result.
package cases

import "fmt"

func validate(next func() int) <-chan error {
	result := make(chan error, 1)
	go func() {
		defer func() {
			result <- fmt.Errorf("stopped: %v", recover())
		}()
		last := 0
		for {
			n := next()
			if n < last {
				panic("values went backwards")
			}
			last = n
		}
	}()
	return result
}
