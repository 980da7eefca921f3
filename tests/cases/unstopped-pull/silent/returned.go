// The caller gets both functions.
package cases

import "iter"

func open(seq iter.Seq[string]) (func() (string, bool), func()) {
	next, stop := iter.Pull(seq)
	return next, stop
}
