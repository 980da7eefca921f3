// The deferred literal stops it.
package cases

import "iter"

func first(seq iter.Seq[string], log func(string)) string {
	next, stop := iter.Pull(seq)
	defer func() {
		stop()
		log("done")
	}()
	v, _ := next()
	return v
}
