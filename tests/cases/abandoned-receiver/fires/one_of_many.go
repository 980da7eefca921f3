// Run time: one of the goroutines fails and sends nothing; as many are received as were started.
package cases

func sum(items []string, get func(string) (int, error)) (total int) {
	out := make(chan int)
	for _, item := range items {
		go func() {
			v, err := get(item)
			if err != nil {
				return
			}
			out <- v
		}()
	}
	for range items {
		total += <-out // want abandoned-receiver[error] "never ends"
	}
	return total
}
