// Beat is called: Do is promoted from an embedded Once.
package cases

import (
	"sync"
	"time"
)

type pacemaker struct {
	sync.Once
	beats int
}

var pace pacemaker

func Beat() int {
	pace.Do(func() {
		go pace.tick() // want unclosable-singleton "tick"
	})
	return pace.beats
}

func (p *pacemaker) tick() {
	for range time.Tick(time.Second) {
		p.beats++
	}
}
