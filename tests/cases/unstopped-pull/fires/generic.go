// Run time: whatever is compared, the shorter list leaves the longer sequence parked.
package cases

import "iter"

func zip[A, B any](a []A, b iter.Seq[B], yield func(A, B) bool) {
	next, _ := iter.Pull(b) // want unstopped-pull[warning] "neither stopped"
	for _, x := range a {
		y, ok := next()
		if !ok || !yield(x, y) {
			return
		}
	}
}
