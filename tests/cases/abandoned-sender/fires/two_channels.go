// Run time: value and error have a channel each, and the deadline passes before either comes.
package cases

import (
	"errors"
	"time"
)

func fetch(get func() (int, error)) (int, error) {
	values := make(chan int)
	errs := make(chan error, 1)
	go func() {
		v, err := get()
		if err != nil {
			errs <- err
			return
		}
		values <- v // want abandoned-sender[error] "values"
	}()
	select {
	case v := <-values:
		return v, nil
	case err := <-errs:
		return 0, err
	case <-time.After(time.Second):
		return 0, errors.New("late")
	}
}
