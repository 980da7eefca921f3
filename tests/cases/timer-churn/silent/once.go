// curfew: --go 1.22 --level advice
// There is no loop: one wait, one timer.
package cases

import (
	"errors"
	"time"
)

func ask(reply <-chan string) (string, error) {
	select {
	case r := <-reply:
		return r, nil
	case <-time.After(time.Second):
		return "", errors.New("no reply")
	}
}
