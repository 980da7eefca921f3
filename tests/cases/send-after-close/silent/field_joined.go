// Close waits for the goroutine before it closes what that sends on.
package cases

import "sync"

type Ticker struct {
	out  chan int
	quit chan struct{}
	done sync.WaitGroup
	once sync.Once
}

func NewTicker() *Ticker {
	t := &Ticker{out: make(chan int), quit: make(chan struct{})}
	t.done.Add(1)
	go t.run()
	return t
}

func (t *Ticker) Out() <-chan int { return t.out }

func (t *Ticker) run() {
	defer t.done.Done()
	for i := 0; ; i++ {
		select {
		case t.out <- i:
		case <-t.quit:
			return
		}
	}
}

func (t *Ticker) Close() {
	t.once.Do(func() {
		close(t.quit)
		t.done.Wait()
		close(t.out)
	})
}
