// Whoever gets next reads to the end.
package cases

import "iter"

func all(seq iter.Seq[int], collect func(func() (int, bool)) []int) []int {
	next, _ := iter.Pull(seq)
	return collect(next)
}
