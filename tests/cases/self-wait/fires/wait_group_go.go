// wg.Go counts the method that it runs, and the method waits.
package cases

import "sync"

type Crew struct {
	wg    sync.WaitGroup
	tasks chan func()
}

func (c *Crew) Start() { c.wg.Go(c.work) }

func (c *Crew) work() {
	for task := range c.tasks {
		task()
	}
	c.wg.Wait() // want self-wait "c.wg.Wait"
}

func (c *Crew) Do(task func()) { c.tasks <- task }

func (c *Crew) Close() { close(c.tasks) }
