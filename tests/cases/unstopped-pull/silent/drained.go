// Read until false: the coroutine has ended.
package cases

import "iter"

func sum(seq iter.Seq[int]) int {
	next, _ := iter.Pull(seq)
	total := 0
	for {
		v, ok := next()
		if !ok {
			return total
		}
		total += v
	}
}
