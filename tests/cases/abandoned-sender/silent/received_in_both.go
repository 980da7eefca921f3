// The error path receives too before it returns.
package cases

func build(compile func() int, link func() error) (int, error) {
	size := make(chan int)
	go func() { size <- compile() }()
	if err := link(); err != nil {
		<-size
		return 0, err
	}
	return <-size, nil
}
