// Run time: the sequence of a field is pulled as any other.
package cases

import "iter"

type feed struct {
	lines iter.Seq[string]
}

func (f *feed) peek() string {
	next, _ := iter.Pull(f.lines) // want unstopped-pull[warning] "neither stopped"
	line, _ := next()
	return line
}
