// Run time: the first value is taken, and the coroutine waits to be asked for the second.
package cases

import "iter"

func first(seq iter.Seq[string]) (string, bool) {
	next, _ := iter.Pull(seq) // want unstopped-pull[warning] "neither stopped nor read to its end"
	return next()
}
