// The helper is given the function and calls it.
package cases

import "iter"

func end(stop func()) { stop() }

func first(seq iter.Seq[string]) string {
	next, stop := iter.Pull(seq)
	v, _ := next()
	end(stop)
	return v
}
