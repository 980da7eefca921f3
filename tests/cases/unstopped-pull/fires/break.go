// Run time: the loop is left by break while the sequence has values.
package cases

import "iter"

func find(seq iter.Seq[int], want int) bool {
	next, _ := iter.Pull(seq) // want unstopped-pull[warning] "neither stopped"
	found := false
	for {
		v, ok := next()
		if !ok {
			break
		}
		if v == want {
			found = true
			break
		}
	}
	return found
}
