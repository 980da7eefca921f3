// The loop has a counter, and ends.
package cases

func offer(c chan<- int, tries int) bool {
	for i := 0; i < tries; i++ {
		select {
		case c <- i:
			return true
		default:
		}
	}
	return false
}
