// The close comes before the range, which takes what is queued and ends.
package cases

func total(ns []int) int {
	c := make(chan int, 64)
	for _, n := range ns {
		select {
		case c <- n:
		default:
		}
	}
	close(c)
	sum := 0
	for n := range c {
		sum += n
	}
	return sum
}
