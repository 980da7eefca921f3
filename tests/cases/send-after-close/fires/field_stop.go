// Close stops the goroutine that the constructor starts, without waiting, and closes what it sends on.
package cases

import "sync"

type Ticker struct {
	out  chan int
	quit chan struct{}
	once sync.Once
}

func NewTicker() *Ticker {
	t := &Ticker{out: make(chan int), quit: make(chan struct{})}
	go t.run()
	return t
}

func (t *Ticker) Out() <-chan int { return t.out }

func (t *Ticker) run() {
	for i := 0; ; i++ {
		select {
		case t.out <- i: // want send-after-close[warning] "while the goroutine that NewTicker starts sends on it"
		case <-t.quit:
			return
		}
	}
}

func (t *Ticker) Close() {
	t.once.Do(func() {
		close(t.quit) // want stop-without-wait "run"
		close(t.out)
	})
}
