// Two goroutines send once each on channels of their own.
package cases

func both(f func() error) error {
	a, b := make(chan error), make(chan error)
	start := func(out chan<- error) {
		go func() { out <- f() }()
	}
	start(a)
	start(b)
	if err := <-a; err != nil {
		<-b
		return err
	}
	return <-b
}
