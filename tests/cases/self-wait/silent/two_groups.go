// wg counts the goroutine; the group that it waits for is the one of its own work.
package cases

import (
	"sync"

	"golang.org/x/sync/errgroup"
)

type Crew struct {
	wg    sync.WaitGroup
	tasks chan func() error
}

func (c *Crew) Start() { c.wg.Go(c.work) }

func (c *Crew) work() {
	var inner errgroup.Group
	for task := range c.tasks {
		inner.Go(task)
	}
	_ = inner.Wait()
}

func (c *Crew) Do(task func() error) { c.tasks <- task }

func (c *Crew) Close() {
	close(c.tasks)
	c.wg.Wait()
}
