// Run time: a type with Lock and Unlock is a lock, whatever it is made of; a copy does not exclude the original's holders.
package cases

type spin struct{ held uint32 }

func (s *spin) Lock()   { s.held = 1 }
func (s *spin) Unlock() { s.held = 0 }

type queue struct {
	lock  spin
	items []int
}

func (q queue) push(i int) { // want copied-lock "spin in .lock"
	q.lock.Lock()
	q.items = append(q.items, i)
	q.lock.Unlock()
}
