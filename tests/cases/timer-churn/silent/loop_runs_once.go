// curfew: --go 1.22 --level advice
// Each case leaves the loop, so its body runs once.
package cases

import (
	"errors"
	"time"
)

func ask(reply <-chan string, seen func(string)) error {
	for {
		select {
		case r := <-reply:
			seen(r)
			return nil
		case <-time.After(time.Second):
			return errors.New("no reply")
		}
	}
}
