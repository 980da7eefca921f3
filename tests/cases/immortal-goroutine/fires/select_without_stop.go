// mergeInto is called: the select waits for two inputs, and the end of either does not end the loop.
package cases

func mergeInto(total *int, left, right chan int) {
	go func() { // want immortal-goroutine "mergeInto"
		for {
			select {
			case n := <-left:
				*total += n
			case n := <-right:
				*total -= n
			}
		}
	}()
}
