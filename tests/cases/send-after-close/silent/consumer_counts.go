// The consumer has counted all values when it tells of its end.
package cases

func squares(in []int) int {
	out, total := make(chan int), make(chan int)
	for _, v := range in {
		go func() { out <- v * v }()
	}
	go func() {
		sum := 0
		for range in {
			sum += <-out
		}
		total <- sum
	}()
	sum := <-total
	close(out)
	return sum
}
