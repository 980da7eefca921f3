// Two orders of two locks: whoever comes second to the first lock of the other waits for ever.
package proofs_lock_order

import (
	"sync"
	"testing"
)

type room struct {
	mu      sync.Mutex
	members map[*member]bool
}

type member struct {
	mu   sync.Mutex
	room *room
}

// remove tells whether it got the room's lock, where the rule's bad example would wait for it.
func (r *room) remove(m *member) bool {
	if !r.mu.TryLock() {
		return false
	}
	defer r.mu.Unlock()
	delete(r.members, m)
	return true
}

// kick tells whether it got the member's lock.
func (m *member) kick() bool {
	if !m.mu.TryLock() {
		return false
	}
	m.mu.Unlock()
	return true
}

func pair() (*room, *member) {
	r := &room{members: map[*member]bool{}}
	m := &member{room: r}
	r.members[m] = true
	return r, m
}

func TestEachWaitsForTheOther(t *testing.T) {
	r, m := pair()
	var closing, leaving sync.WaitGroup
	closing.Add(1)
	leaving.Add(1)
	var kicked, removed bool
	var both sync.WaitGroup
	both.Add(2)
	go func() { // Close
		defer both.Done()
		r.mu.Lock()
		closing.Done()
		leaving.Wait()
		kicked = m.kick()
	}()
	go func() { // Leave
		defer both.Done()
		m.mu.Lock()
		leaving.Done()
		closing.Wait()
		removed = r.remove(m)
	}()
	both.Wait()
	if kicked || removed {
		t.Errorf("one of the two went on: kicked %v, removed %v", kicked, removed)
	}
}

func TestGivenBackFirstBothGoOn(t *testing.T) {
	r, m := pair()
	r.mu.Lock()
	m.mu.Lock() // Leave
	m.mu.Unlock()
	if !m.kick() {
		t.Error("the member's lock is held")
	}
	r.mu.Unlock()
	if !r.remove(m) {
		t.Error("the room's lock is held")
	}
}

func TestOneWhoTriesGoesOn(t *testing.T) {
	var a, b sync.Mutex
	a.Lock()
	b.Lock()
	if a.TryLock() {
		t.Error("a was taken twice")
	}
	b.Unlock()
	a.Unlock()
}
