// The deferred stop comes on every path.
package cases

import "iter"

func first(seq iter.Seq[string]) (string, bool) {
	next, stop := iter.Pull(seq)
	defer stop()
	return next()
}
