// Run time: after the cancellation the goroutine goes on for up to four seconds.
package cases

import (
	"context"
	"time"
)

type gauge struct{ level int }

func (g *gauge) read() { g.level++ }

func beginReading(life context.Context, g *gauge) {
	go func() {
		for {
			select {
			case <-life.Done():
				return
			default:
			}
			time.Sleep(4 * time.Second) // want deaf-sleep "Sleep"
			g.read()
		}
	}()
}
