// curfew: --level advice
// As join_of_a_read, with a deadline.
package cases

import (
	"net"
	"sync"
	"time"
)

type Poller struct {
	once sync.Once
	quit chan struct{}
	wg   sync.WaitGroup
}

func NewPoller() *Poller {
	p := &Poller{quit: make(chan struct{})}
	p.wg.Add(1)
	go p.run()
	return p
}

func (p *Poller) run() {
	defer p.wg.Done()
	for {
		select {
		case <-p.quit:
			return
		case <-time.After(time.Second):
			p.ask()
		}
	}
}

func (p *Poller) Stop() {
	p.once.Do(func() { close(p.quit) })
	p.wg.Wait()
}

func (p *Poller) ask() {
	conn, err := net.DialTimeout("tcp", "localhost:7", time.Second)
	if err != nil {
		return
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(time.Second))
	_, _ = conn.Read(make([]byte, 1))
}
