// The select is asked once.
package cases

func poll(c <-chan int) (int, bool) {
	select {
	case v := <-c:
		return v, true
	default:
	}
	return 0, false
}
