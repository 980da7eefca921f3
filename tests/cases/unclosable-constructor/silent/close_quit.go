// Close closes the quit channel, once, and waits.
package cases

import "sync"

type Echo struct {
	in   chan string
	quit chan struct{}
	once sync.Once
	wg   sync.WaitGroup
	last string
}

func NewEcho() *Echo {
	e := &Echo{in: make(chan string), quit: make(chan struct{})}
	e.wg.Add(1)
	go func() {
		defer e.wg.Done()
		for {
			select {
			case e.last = <-e.in:
			case <-e.quit:
				return
			}
		}
	}()
	return e
}

func (e *Echo) Close() {
	e.once.Do(func() { close(e.quit) })
	e.wg.Wait()
}
