// Run time: while the channel is full, the loop spins.
package cases

func push(out chan<- int, v int) {
	for {
		select {
		case out <- v:
			return
		default: // want spinning-select "default"
		}
	}
}
