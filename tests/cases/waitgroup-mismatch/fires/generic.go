// Run time: the same in a generic function.
package cases

import "sync"

func Map[T, U any](in []T, f func(T) (U, bool)) []U {
	var wg sync.WaitGroup
	out := make([]U, len(in))
	for i, v := range in {
		wg.Add(1)
		go func() {
			u, ok := f(v)
			if !ok {
				return
			}
			out[i] = u
			wg.Done() // want waitgroup-mismatch "can return without it"
		}()
	}
	wg.Wait()
	return out
}
