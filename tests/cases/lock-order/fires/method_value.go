// Run time: the unlock is kept as a method value and runs at the end; until then the lock is held.
package cases

import "sync"

type File struct {
	head sync.Mutex
	body sync.Mutex
	size int
}

func (f *File) lockHead() func() {
	f.head.Lock()
	return f.head.Unlock
}

func (f *File) Grow() {
	unlock := f.lockHead()
	defer unlock()
	f.body.Lock()
	f.size++
	f.body.Unlock()
}

func (f *File) Cut() {
	f.body.Lock()
	defer f.body.Unlock()
	f.head.Lock() // want lock-order "f.head is taken while f.body is held"
	f.size = 0
	f.head.Unlock()
}
