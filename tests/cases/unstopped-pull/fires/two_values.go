// Run time: pairs are pulled as single values are.
package cases

import "iter"

func head(seq iter.Seq2[string, int]) (string, int) {
	next, _ := iter.Pull2(seq) // want unstopped-pull[warning] "iter.Pull2"
	k, v, _ := next()
	return k, v
}
