// The producer closes however it ends.
package cases

func lengths(words []string, check func(string) error) int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, w := range words {
			if check(w) != nil {
				return
			}
			out <- len(w)
		}
	}()
	sum := 0
	for n := range out {
		sum += n
	}
	return sum
}
