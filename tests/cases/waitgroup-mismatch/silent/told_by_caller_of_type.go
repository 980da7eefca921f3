// Run time: who takes a lease gives it back, by a method that others call.
package cases

import "sync"

type Lease struct{ wg sync.WaitGroup }

func (l *Lease) Acquire(ok func() bool) bool {
	l.wg.Add(1)
	return ok()
}

func (l *Lease) Release() { l.wg.Done() }

func (l *Lease) Close() { l.wg.Wait() }
