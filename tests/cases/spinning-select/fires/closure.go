// Run time: the literal that waits for the field's channel spins.
package cases

type queue struct{ items chan int }

func (q *queue) reader() func() int {
	return func() int {
		for {
			select {
			case v := <-q.items:
				return v
			default: // want spinning-select "default"
			}
		}
	}
}
