// A range over the sequence has no coroutine.
package cases

import "iter"

func first(seq iter.Seq[string]) string {
	for v := range seq {
		return v
	}
	return ""
}
