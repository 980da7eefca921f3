// What the goroutine makes starts its own workers before anybody else knows it.
package cases

import "sync"

type part struct {
	wg   sync.WaitGroup
	stop chan struct{}
}

func openPart() *part {
	p := &part{stop: make(chan struct{})}
	p.start()
	return p
}

func (p *part) start() {
	p.wg.Go(p.merge)
}

func (p *part) merge() {
	<-p.stop
}

func (p *part) close() {
	close(p.stop)
	p.wg.Wait()
}

func openBehind(parts chan<- *part) {
	go func() {
		parts <- openPart()
	}()
}
