// The label is the loop's.
package cases

func drain(c <-chan int) (sum int) {
loop:
	for {
		select {
		case v := <-c:
			sum += v
		default:
			break loop
		}
	}
	return sum
}
