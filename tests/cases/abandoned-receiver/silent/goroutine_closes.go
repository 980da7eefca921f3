// The goroutine closes the channel when it ends.
package cases

func load(get func() (int, error)) int {
	out := make(chan int)
	go func() {
		defer close(out)
		v, err := get()
		if err != nil {
			return
		}
		out <- v
	}()
	return <-out
}
