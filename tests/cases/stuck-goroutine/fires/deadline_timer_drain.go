// Run time: A deadline's reset drains the timer's channel after a Stop that said false, where the firing was received already.
package cases

import (
	"fmt"
	"time"
)

type deadline struct {
	timer *time.Timer
	fired int
}

func newDeadline(d time.Duration) *deadline {
	return &deadline{timer: time.NewTimer(d)}
}

func (d *deadline) wait() {
	<-d.timer.C
	d.fired++
}

func (d *deadline) reset(after time.Duration) {
	if !d.timer.Stop() {
		<-d.timer.C // want stuck-goroutine "nobody sends or closes any more"
	}
	d.timer.Reset(after)
}

func use() {
	d := newDeadline(time.Millisecond)
	d.wait()
	d.reset(time.Millisecond)
	d.wait()
	fmt.Println(d.fired)
}
