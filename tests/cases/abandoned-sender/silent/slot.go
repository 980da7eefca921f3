// The channel has a slot for the result: the goroutine ends although nobody receives.
package cases

import (
	"errors"
	"time"
)

func withTimeout(get func() int) (int, error) {
	out := make(chan int, 1)
	go func() { out <- get() }()
	select {
	case v := <-out:
		return v, nil
	case <-time.After(time.Second):
		return 0, errors.New("late")
	}
}
