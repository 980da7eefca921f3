// The loop's condition is what next said.
package cases

import "iter"

func sum(seq iter.Seq[int]) int {
	next, _ := iter.Pull(seq)
	total := 0
	for v, ok := next(); ok; v, ok = next() {
		total += v
	}
	return total
}
