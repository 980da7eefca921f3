// Run time: each goroutine sends twice, one value is received for each: half of them block for good.
package cases

func both(parts []string, head, tail func(string) int) []int {
	out := make(chan int) // want undersized-channel[error] "out has no slot, and len(parts) goroutines"
	for _, p := range parts {
		go func() {
			out <- head(p)
			out <- tail(p)
		}()
	}
	var sums []int
	for range parts {
		sums = append(sums, <-out)
	}
	return sums
}
