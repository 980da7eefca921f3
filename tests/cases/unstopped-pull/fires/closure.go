// Run time: the literal leaves with values left.
package cases

import "iter"

func starts(seq iter.Seq[byte]) func(byte) bool {
	return func(want byte) bool {
		next, _ := iter.Pull(seq) // want unstopped-pull[warning] "neither stopped"
		b, ok := next()
		return ok && b == want
	}
}
