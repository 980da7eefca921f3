// Begin is called: the method value that it starts never returns.
package cases

import "time"

type Rotator struct {
	turn int
}

func (r *Rotator) rotate() {
	for {
		time.Sleep(time.Hour)
		r.turn++
	}
}

func (r *Rotator) Begin() {
	spin := r.rotate
	go spin() // want immortal-goroutine "rotate"
}
