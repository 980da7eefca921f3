// Run time: the loop that starts the senders is left by an error before anything was received.
package cases

func startAll(ports []int, open func(int) (func() int, error)) ([]int, error) {
	out := make(chan int) // want undersized-channel[error] "out"
	for _, port := range ports {
		read, err := open(port)
		if err != nil {
			return nil, err
		}
		go func() { out <- read() }()
	}
	var all []int
	for range ports {
		all = append(all, <-out)
	}
	return all, nil
}
