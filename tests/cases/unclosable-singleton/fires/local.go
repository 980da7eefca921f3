// Default is called once: the literal under Do starts a loop that only the end of the process ends.
package cases

import (
	"sync"
	"time"
)

type Sampler struct{ n int }

var (
	once    sync.Once
	sampler *Sampler
)

func Default() *Sampler {
	once.Do(func() {
		sampler = &Sampler{}
		go sampler.sample() // want unclosable-singleton "sample"
	})
	return sampler
}

func (s *Sampler) sample() {
	for range time.Tick(time.Second) {
		s.n++
	}
}
