// The goroutine sends whether or not get fails.
package cases

func load(get func() (int, error)) int {
	out := make(chan int)
	go func() {
		v, err := get()
		if err != nil {
			out <- -1
			return
		}
		out <- v
	}()
	return <-out
}
