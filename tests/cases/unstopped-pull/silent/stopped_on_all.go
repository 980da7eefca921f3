// Stopped on the early path, at its end on the other.
package cases

import "iter"

func find(seq iter.Seq[int], want int) bool {
	next, stop := iter.Pull(seq)
	for {
		v, ok := next()
		if !ok {
			return false
		}
		if v == want {
			stop()
			return true
		}
	}
}
