// Stop calls a closure that the constructor stored: it closes the channel, and that is all.
package cases

import (
	"os/exec"
	"time"
)

type Cron struct {
	halt func()
}

func NewCron() *Cron {
	quit := make(chan struct{})
	c := &Cron{halt: func() { close(quit) }}
	go func() {
		for {
			select {
			case <-quit:
				return
			case <-time.After(time.Hour):
				exec.Command("backup").Run()
			}
		}
	}()
	return c
}

func (c *Cron) Stop() {
	c.halt() // want stop-without-wait "Cron.Stop"
}
