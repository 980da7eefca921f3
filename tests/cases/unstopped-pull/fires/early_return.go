// Run time: where one sequence ends first, the other one stays parked.
package cases

import "iter"

func same(a iter.Seq[int], b []int) bool {
	nextA, stopA := iter.Pull(a) // want unstopped-pull[warning] "not stopped on every path"
	for _, y := range b {
		x, ok := nextA()
		if !ok || x != y {
			return false
		}
	}
	stopA()
	return true
}
