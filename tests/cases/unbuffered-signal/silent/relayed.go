// The channel without a slot is fed by this package, which waits for its receiver.
package cases

import (
	"os"
	"os/signal"
)

func relay(done <-chan struct{}) <-chan os.Signal {
	in, out := make(chan os.Signal, 1), make(chan os.Signal)
	signal.Notify(in, os.Interrupt)
	go func() {
		defer close(out)
		select {
		case s := <-in:
			select {
			case out <- s:
			case <-done:
			}
		case <-done:
		}
	}()
	return out
}
