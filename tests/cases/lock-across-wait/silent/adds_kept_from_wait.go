// The lock keeps Add away from Wait: each section under it works on the group itself.
package cases

import "sync"

type users struct {
	mu    sync.Mutex
	group sync.WaitGroup
}

func (u *users) enter() {
	u.mu.Lock()
	u.group.Add(1)
	u.mu.Unlock()
}

func (u *users) leave() {
	u.group.Done()
}

func (u *users) wait() {
	u.mu.Lock()
	u.group.Wait()
	u.mu.Unlock()
}
