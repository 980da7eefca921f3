// Run time: the goroutine is a method value; the caller's error returns before anything is sent.
package cases

type printer struct{ in chan string }

func (p printer) one() {
	println(<-p.in) // want abandoned-receiver[error] "in is neither sent on nor closed when render returns"
}

func render(make1 func() (string, error)) error {
	p := printer{in: make(chan string)}
	run := p.one
	go run()
	s, err := make1()
	if err != nil {
		return err
	}
	p.in <- s
	return nil
}
