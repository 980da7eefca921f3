// Run time: what the sequence comes from does not matter.
package cases

import "iter"

type source interface {
	All() iter.Seq[string]
}

func any1(s source) bool {
	next, _ := iter.Pull(s.All()) // want unstopped-pull[warning] "neither stopped"
	_, ok := next()
	return ok
}
