// What is assigned is new: nobody holds it yet.
package cases

import "sync"

type state struct {
	sync.RWMutex
	names []string
}

func reset(s *state) {
	*s = state{}
	t := state{names: []string{"a"}}
	_ = &t
}
