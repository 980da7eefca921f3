// Run time: what step leaves out its caller does.
package cases

import "sync"

type Task struct {
	wg   sync.WaitGroup
	left int
}

func (t *Task) step() bool {
	if t.left == 0 {
		return false
	}
	t.left--
	t.wg.Done()
	return true
}

func (t *Task) Run(n int) {
	for range n {
		t.wg.Add(1)
		go func() {
			if !t.step() {
				t.wg.Done()
			}
		}()
	}
	t.wg.Wait()
}
