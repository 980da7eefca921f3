// A deadline's reset relies on Stop and Reset alone.
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
	d.timer.Stop()
	d.timer.Reset(after)
}

func use() {
	d := newDeadline(time.Millisecond)
	d.wait()
	d.reset(time.Millisecond)
	d.wait()
	fmt.Println(d.fired)
}
