// Run time: the timer wins, the function returns, and the goroutine blocks on its send for good.
package cases

import (
	"errors"
	"time"
)

func withTimeout(get func() int) (int, error) {
	out := make(chan int)
	go func() {
		out <- get() // want abandoned-sender[error] "out has no slot for the goroutine that sends its result: when withTimeout returns"
	}()
	select {
	case v := <-out:
		return v, nil
	case <-time.After(time.Second):
		return 0, errors.New("late")
	}
}
