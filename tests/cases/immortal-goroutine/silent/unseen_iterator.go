// The body ends when the sequence does, and where the sequence comes from cannot be seen.
package cases

import "iter"

func count(values iter.Seq[int], out chan<- int) {
	go func() {
		n := 0
		for range values {
			n++
		}
		out <- n
	}()
}
