// The round waits behind the select.
package cases

func run(done <-chan struct{}, items <-chan int, sum *int) {
	for {
		select {
		case <-done:
			return
		default:
		}
		*sum += <-items
	}
}
