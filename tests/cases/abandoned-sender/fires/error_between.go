// Run time: what comes between start and receive fails and returns.
package cases

func build(compile func() int, link func() error) (int, error) {
	size := make(chan int)
	go func() { size <- compile() }() // want abandoned-sender[error] "when build returns without having received"
	if err := link(); err != nil {
		return 0, err
	}
	return <-size, nil
}
