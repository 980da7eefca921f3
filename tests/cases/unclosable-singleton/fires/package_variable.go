// The package is imported: the initialiser of its variable starts the loop.
package cases

import "time"

type registry struct{ sweeps int }

var shared = func() *registry {
	r := &registry{}
	go r.sweep() // want unclosable-singleton "sweep"
	return r
}()

func (r *registry) sweep() {
	for {
		time.Sleep(time.Minute)
		r.sweeps++
	}
}

func Sweeps() int { return shared.sweeps }
