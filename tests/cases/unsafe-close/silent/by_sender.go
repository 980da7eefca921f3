// The receiver tells the sender to stop, and the sender closes.
package cases

func first(limit int) []int {
	numbers := make(chan int)
	enough := make(chan struct{})
	go func() {
		defer close(numbers)
		for i := 0; ; i++ {
			select {
			case numbers <- i:
			case <-enough:
				return
			}
		}
	}()
	var got []int
	for n := range numbers {
		if got = append(got, n); len(got) == limit {
			break
		}
	}
	close(enough)
	return got
}
