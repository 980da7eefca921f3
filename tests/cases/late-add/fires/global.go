// Run time: the group is a package variable.
package cases

import "sync"

var pending sync.WaitGroup

func start(job func()) {
	go func() {
		pending.Add(1) // want late-add[error] "pending"
		defer pending.Done()
		job()
	}()
}

func flush() {
	pending.Wait()
}
