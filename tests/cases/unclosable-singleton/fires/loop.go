// Run is called once: it starts four workers for the process, and no code can end them.
package cases

import "sync"

var (
	startOnce sync.Once
	tasks     = make(chan func())
)

func Run(task func()) {
	startOnce.Do(func() {
		for range 4 {
			go workTasks() // want unclosable-singleton "workTasks"
		}
	})
	tasks <- task
}

func workTasks() {
	for {
		task := <-tasks
		task()
	}
}
