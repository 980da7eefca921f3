// curfew: --go 1.22
// Run time: the ticker is made in the range clause of a loop that ends when it has seen enough.
package cases

import "time"

type sampler struct{ values []int }

func (s *sampler) sample(n int, read func() int) {
	for range time.Tick(100 * time.Millisecond) { // want timer-churn "Tick"
		s.values = append(s.values, read())
		if len(s.values) >= n {
			return
		}
	}
}
