// The break names the loop, so it leaves the loop and not only the select.
package cases

import "time"

func follow(quit <-chan struct{}, step func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		t := time.NewTicker(time.Second)
		defer t.Stop()
	loop:
		for {
			select {
			case <-quit:
				break loop
			case <-t.C:
				step()
			}
		}
	}()
	return done
}
