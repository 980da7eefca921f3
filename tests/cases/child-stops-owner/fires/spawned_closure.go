// The goroutine is a closure of the pool, and the child's method that it runs closes the pool.
package cases

import "sync"

type Fleet struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

type truck struct {
	fleet *Fleet
	loads chan int
}

func (f *Fleet) Send(loads chan int) {
	t := &truck{fleet: f, loads: loads}
	f.wg.Add(1)
	go func() {
		defer f.wg.Done()
		t.drive()
	}()
}

func (t *truck) drive() {
	for load := range t.loads {
		if load < 0 {
			t.fleet.Close() // want child-stops-owner[error] "t.fleet.Close"
		}
	}
}

func (f *Fleet) Close() {
	close(f.quit)
	f.wg.Wait()
}
