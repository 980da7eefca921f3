// The receiver has seen enough and closes under the sender's hands.
package cases

func first(limit int) []int {
	numbers := make(chan int)
	go func() {
		for i := range 1000 {
			numbers <- i
		}
	}()
	var got []int
	for n := range numbers {
		if got = append(got, n); len(got) == limit {
			break
		}
	}
	close(numbers) // want unsafe-close[warning] "closed by its receiver"
	return got
}
