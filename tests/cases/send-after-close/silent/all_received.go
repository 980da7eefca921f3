// As many values are received as goroutines send.
package cases

func squares(in []int) int {
	out := make(chan int)
	for _, v := range in {
		go func() { out <- v * v }()
	}
	sum := 0
	for range in {
		sum += <-out
	}
	close(out)
	return sum
}
