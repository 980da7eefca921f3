// Run time: the tasks are locked one by one under the scheduler's lock, and each asks for it under its
// own.
package cases

import "sync"

type Scheduler struct {
	sync.Mutex
	tasks []*Task
}

type Task struct {
	sync.Mutex
	owner *Scheduler
	state int
}

func (s *Scheduler) Tick() {
	s.Lock()
	defer s.Unlock()
	for _, t := range s.tasks {
		t.Lock()
		t.state++
		t.Unlock()
	}
}

func (t *Task) Finish() {
	t.Lock()
	t.state = -1
	t.owner.remove(t) // want lock-order "t.owner.remove takes s while t is held"
	t.Unlock()
}

func (s *Scheduler) remove(t *Task) {
	s.Lock()
	for i, o := range s.tasks {
		if o == t {
			s.tasks = append(s.tasks[:i], s.tasks[i+1:]...)
			break
		}
	}
	s.Unlock()
}

func (s *Scheduler) Reset() {
	s.Lock()
	for _, t := range s.tasks {
		t.Lock()
		t.state = 0
		t.Unlock()
	}
	s.Unlock()
}
