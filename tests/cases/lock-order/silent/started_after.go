// Run time: the goroutine starts when the other order is over.
package main

import "sync"

type ledger struct {
	in, out sync.Mutex
	sum     int
}

func (l *ledger) book() {
	l.in.Lock()
	l.out.Lock()
	l.sum++
	l.out.Unlock()
	l.in.Unlock()
}

func (l *ledger) load() {
	l.out.Lock()
	l.in.Lock()
	l.sum = 100
	l.in.Unlock()
	l.out.Unlock()
}

func main() {
	l := &ledger{}
	l.load()
	done := make(chan bool)
	go func() {
		l.book()
		close(done)
	}()
	<-done
}
