// The error returns before the goroutine is started.
package cases

func build(compile func() int, link func() error) (int, error) {
	size := make(chan int)
	if err := link(); err != nil {
		return 0, err
	}
	go func() { size <- compile() }()
	return <-size, nil
}
