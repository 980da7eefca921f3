// The default leaves the loop: what is there is taken, and no more.
package cases

func drain(c <-chan int) (sum int) {
	for {
		select {
		case v := <-c:
			sum += v
		default:
			return sum
		}
	}
}
