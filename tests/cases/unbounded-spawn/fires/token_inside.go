// curfew: --level advice
// The goroutines take a slot themselves: few work at a time, and all of them are there.
package cases

import "time"

type Resizer struct {
	slots chan struct{}
	files chan string
}

func NewResizer() *Resizer {
	return &Resizer{slots: make(chan struct{}, 4), files: make(chan string)}
}

func (r *Resizer) Add(file string) { r.files <- file }

func (r *Resizer) Run() {
	for range r.files { // want deaf-range[advice] "nobody closes r.files"
		go func() { // want unbounded-spawn[advice] "r.files"
			r.slots <- struct{}{}
			defer func() { <-r.slots }()
			time.Sleep(time.Second)
		}()
	}
}
