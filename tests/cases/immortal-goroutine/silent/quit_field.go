// Close closes the field that the loop listens to, and waits for the loop's end.
package cases

import "time"

type Pulse struct {
	quit chan struct{}
	done chan struct{}
	n    int
}

func NewPulse() *Pulse {
	p := &Pulse{quit: make(chan struct{}), done: make(chan struct{})}
	go p.run()
	return p
}

func (p *Pulse) run() {
	defer close(p.done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-t.C:
			p.n++
		}
	}
}

func (p *Pulse) Close() {
	close(p.quit)
	<-p.done
}
