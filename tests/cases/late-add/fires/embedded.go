// Run time: the group is embedded, and the goroutine calls its promoted Add.
package cases

import "sync"

type crew struct {
	sync.WaitGroup
	size int
}

func runAll(jobs []func()) {
	c := &crew{size: len(jobs)}
	for _, job := range jobs {
		go func() {
			c.Add(1) // want late-add[error] "Add"
			defer c.Done()
			job()
		}()
	}
	c.Wait()
}
