// curfew: --go 1.22
// Run time: each request makes a timer for its reply, the reply comes at once, the timer stays for a minute.
package cases

import (
	"errors"
	"time"
)

func askAll(requests []string, ask func(string), replies <-chan string) error {
	for _, r := range requests {
		ask(r)
		select {
		case <-replies:
		case <-time.After(time.Minute): // want timer-churn "After"
			return errors.New("no reply to " + r)
		}
	}
	return nil
}
