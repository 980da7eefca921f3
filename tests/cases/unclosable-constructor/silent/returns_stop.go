// The caller gets the stop as the second result.
package cases

import "time"

type Ticker struct{ n int }

func NewTicker(every time.Duration) (*Ticker, func()) {
	t := &Ticker{}
	quit := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		clock := time.NewTicker(every)
		defer clock.Stop()
		for {
			select {
			case <-quit:
				return
			case <-clock.C:
				t.n++
			}
		}
	}()
	return t, func() {
		close(quit)
		<-done
	}
}
