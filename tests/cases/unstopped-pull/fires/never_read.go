// Run time: the coroutine is made by the pull, whether or not anything is asked for.
package cases

import "iter"

func touch(seq iter.Seq[int]) {
	_, _ = iter.Pull(seq) // want unstopped-pull[warning] "neither stopped"
}
