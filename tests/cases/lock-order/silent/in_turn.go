// Run time: the second goroutine starts when the first has been waited for.
package main

import "sync"

type ledger struct {
	in, out sync.Mutex
	sum     int
}

func (l *ledger) book(done chan<- bool) {
	l.in.Lock()
	l.out.Lock()
	l.sum++
	l.out.Unlock()
	l.in.Unlock()
	done <- true
}

func (l *ledger) cancel(done chan<- bool) {
	l.out.Lock()
	l.in.Lock()
	l.sum--
	l.in.Unlock()
	l.out.Unlock()
	done <- true
}

func main() {
	l := &ledger{}
	booked, cancelled := make(chan bool), make(chan bool)
	go l.book(booked)
	<-booked
	go l.cancel(cancelled)
	<-cancelled
}
