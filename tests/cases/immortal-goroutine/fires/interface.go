// launchSweeper is called: the only value the interface variable can hold has a Sweep that never returns.
package cases

import "time"

type sweeper interface{ sweep() }

type dustpan struct{ dust int }

func (d *dustpan) sweep() {
	for {
		time.Sleep(time.Minute)
		d.dust = 0
	}
}

func launchSweeper() {
	var tool sweeper = &dustpan{}
	go tool.sweep() // want immortal-goroutine "sweep"
}
