// Stop is called through a method value that the constructor stored: the goroutine calls it.
package cases

import "sync"

type Timer struct {
	wg   sync.WaitGroup
	fire chan bool
	quit chan struct{}
}

func NewTimer() *Timer {
	t := &Timer{fire: make(chan bool), quit: make(chan struct{})}
	t.wg.Add(1)
	stop := t.Stop
	go func() {
		defer t.wg.Done()
		for last := range t.fire {
			if last {
				stop() // want self-wait "stop"
			}
		}
	}()
	return t
}

func (t *Timer) Fire(last bool) { t.fire <- last }

func (t *Timer) Stop() {
	close(t.quit)
	t.wg.Wait()
}

func (t *Timer) End() { close(t.fire) }
