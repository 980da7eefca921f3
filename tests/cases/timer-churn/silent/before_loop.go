// curfew: --go 1.22 --level advice
// One timer bounds the loop as a whole.
package cases

import (
	"errors"
	"time"
)

func collect(n int, in <-chan string) ([]string, error) {
	var all []string
	deadline := time.After(10 * time.Second)
	for len(all) < n {
		select {
		case s := <-in:
			all = append(all, s)
		case <-deadline:
			return all, errors.New("too late")
		}
	}
	return all, nil
}
