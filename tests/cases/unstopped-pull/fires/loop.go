// Run time: each round pulls anew and leaves the last one parked.
package cases

import "iter"

func heads(seqs []iter.Seq[int]) []int {
	var out []int
	for _, seq := range seqs {
		next, stop := iter.Pull(seq) // want unstopped-pull[warning] "not stopped on every path"
		v, ok := next()
		if !ok {
			continue
		}
		if v < 0 {
			return out
		}
		out = append(out, v)
		stop()
	}
	return out
}
