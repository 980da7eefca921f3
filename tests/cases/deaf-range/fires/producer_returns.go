// The producer gives up without closing, and its consumer waits for good.
package cases

func lengths(words []string, check func(string) error) int {
	out := make(chan int)
	go func() {
		for _, w := range words {
			if check(w) != nil {
				return
			}
			out <- len(w)
		}
		close(out)
	}()
	sum := 0
	for n := range out { // want deaf-range[error] "may return without closing out"
		sum += n
	}
	return sum
}
