// Run time: the error leaves before stop.
package cases

import "iter"

func sum(seq iter.Seq[string], parse func(string) (int, error)) (int, error) {
	next, stop := iter.Pull(seq) // want unstopped-pull[warning] "not stopped on every path"
	total := 0
	for range 10 {
		s, _ := next()
		n, err := parse(s)
		if err != nil {
			return 0, err
		}
		total += n
	}
	stop()
	return total, nil
}
