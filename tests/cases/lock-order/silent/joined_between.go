// Run time: the goroutine has been waited for when main takes the locks in the other order.
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
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		l.book()
	}()
	wg.Wait()
	l.cancel()
}
