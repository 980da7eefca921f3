// The constructor waits for what it starts: nothing is left when it returns.
package cases

import "sync"

type Set struct{ parts [4]int }

func NewSet(load func(int) int) *Set {
	s := &Set{}
	var wg sync.WaitGroup
	for i := range s.parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.parts[i] = load(i)
		}()
	}
	wg.Wait()
	return s
}
