// Every worker closes the channel that was made for it.
package cases

func squares(in []int) []int {
	var all []chan int
	for _, v := range in {
		results := make(chan int, 1)
		all = append(all, results)
		go func() {
			defer close(results)
			results <- v * v
		}()
	}
	var out []int
	for _, results := range all {
		for r := range results {
			out = append(out, r)
		}
	}
	return out
}
