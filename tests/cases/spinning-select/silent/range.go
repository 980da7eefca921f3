// Each round is for another listener.
package cases

func tell(listeners []chan int, v int) {
	for _, l := range listeners {
		select {
		case l <- v:
		default:
		}
	}
}
