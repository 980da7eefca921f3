// A channel that bounds how many run: the sender is the owner, the goroutines receive.
package cases

func runAll(jobs []func()) {
	slots := make(chan struct{}, 4)
	for _, job := range jobs {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			job()
		}()
	}
	for range cap(slots) {
		slots <- struct{}{}
	}
}
