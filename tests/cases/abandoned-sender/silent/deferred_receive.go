// A deferred receive takes the answer on every path.
package cases

func build(compile func() int, link func() error) (size int, err error) {
	sizes := make(chan int)
	go func() { sizes <- compile() }()
	defer func() { size = <-sizes }()
	if err := link(); err != nil {
		return 0, err
	}
	return 0, nil
}
