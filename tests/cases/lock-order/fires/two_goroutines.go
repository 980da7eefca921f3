// Run time: both goroutines are seen to start; each holds one lock and waits for the other.
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
	l.in.Lock() // want lock-order[error] "l.in is taken while l.out is held"
	l.sum--
	l.in.Unlock()
	l.out.Unlock()
}

func main() {
	l := &ledger{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		l.book()
	}()
	go func() {
		defer wg.Done()
		l.cancel()
	}()
	wg.Wait()
}
