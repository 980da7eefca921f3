// NewMeter is called twice: each call leaves a goroutine behind that no caller can end.
package cases

import "time"

type Meter struct{ value int }

func NewMeter() *Meter {
	m := &Meter{}
	go func() { // want unclosable-constructor "NewMeter"
		for range time.Tick(time.Second) {
			m.value++
		}
	}()
	return m
}
