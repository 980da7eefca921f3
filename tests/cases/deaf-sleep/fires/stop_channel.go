// Run time: the stop signal is the close of a channel, polled between sleeps.
package cases

import "time"

type beat struct {
	stop chan struct{}
	done chan struct{}
}

func startBeat(emit func()) *beat {
	b := &beat{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(b.done)
		for {
			select {
			case <-b.stop:
				return
			default:
				emit()
			}
			time.Sleep(10 * time.Second) // want deaf-sleep "Sleep"
		}
	}()
	return b
}

func (b *beat) close() {
	close(b.stop)
	<-b.done
}
