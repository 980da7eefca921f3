// The body of a range over a function is a function that the iterator calls; each way out of it
// ends the round, and the outer function goes on from there.
package p

import "iter"

type list struct{ items []int }

func (l *list) all(yield func(int, int) bool) {
	for i, v := range l.items {
		if !yield(i, v) {
			return
		}
	}
}

func find(l *list, seq iter.Seq[int], want int) (int, bool) {
outer:
	for i, v := range l.all {
		if v == want {
			return i, true
		}
		for w := range seq {
			switch {
			case w == v:
				continue outer
			case w > v:
				break outer
			case w < 0:
				break
			}
			if w == 7 {
				goto end
			}
		}
		defer println(i)
	}
end:
	return 0, false
}
