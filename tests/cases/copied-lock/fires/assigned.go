// Run time: what was locked in *from is locked in *to for ever.
package cases

import "sync"

type state struct {
	sync.RWMutex
	names []string
}

func (s *state) restore(from *state) {
	*s = *from // want copied-lock "*from is copied to *s, with the sync.RWMutex in .RWMutex"
}
