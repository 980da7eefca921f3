// The literal that calls stop is handed on.
package cases

import "iter"

func register(seq iter.Seq[string], onClose func(func())) string {
	next, stop := iter.Pull(seq)
	onClose(func() { stop() })
	v, _ := next()
	return v
}
