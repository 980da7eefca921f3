// A goto leaves the loop once the source says that it is empty.
package cases

func copyOut(next func() (int, bool), out chan<- int) {
	go func() {
		for {
			v, ok := next()
			if !ok {
				goto end
			}
			out <- v
		}
	end:
		close(out)
	}()
}
