// Run time: open makes the channel before anybody sends.
package cases

func Collect(items []int) (sum int) {
	var results chan int
	open := func() { results = make(chan int, len(items)) }
	open()
	for _, item := range items {
		results <- item
	}
	for range items {
		sum += <-results
	}
	return sum
}
