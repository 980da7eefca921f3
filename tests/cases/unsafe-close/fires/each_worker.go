// Every worker closes the results that all of them share.
package cases

func squares(in []int) []int {
	results := make(chan int)
	for _, v := range in {
		go func() {
			defer close(results) // want unsafe-close[warning] "each round of the loop starts another goroutine"
			results <- v * v
		}()
	}
	var out []int
	for r := range results {
		out = append(out, r)
	}
	return out
}
