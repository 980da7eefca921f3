// Run time: main is the only goroutine, and does one after the other.
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

func (l *ledger) cancel() {
	l.out.Lock()
	l.in.Lock()
	l.sum--
	l.in.Unlock()
	l.out.Unlock()
}

func main() {
	l := &ledger{}
	l.book()
	l.cancel()
}
