// Run time: the channel is a field of a value made here; the first failure returns and strands the rest.
package cases

type race struct {
	results chan error
}

func (r *race) run(task func() error) {
	r.results <- task()
}

func raceAll(tasks []func() error) error {
	r := &race{results: make(chan error, 2)} // want undersized-channel[error] "results has 2 slots"
	for _, task := range tasks {
		go r.run(task)
	}
	for range tasks {
		if err := <-r.results; err != nil {
			return err
		}
	}
	return nil
}
