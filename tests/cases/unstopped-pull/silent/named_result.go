// The stop function is the function's own result.
package cases

import "iter"

func open(seq iter.Seq[string]) (head string, stop func()) {
	next, stop := iter.Pull(seq)
	head, _ = next()
	return head, stop
}
