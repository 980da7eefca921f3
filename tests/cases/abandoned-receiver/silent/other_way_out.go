// The receiver has another way out.
package cases

import "time"

func guard(setup func() error, cleanup func()) error {
	done := make(chan struct{})
	go func() {
		select {
		case <-done:
		case <-time.After(time.Minute):
		}
		cleanup()
	}()
	if err := setup(); err != nil {
		return err
	}
	close(done)
	return nil
}
