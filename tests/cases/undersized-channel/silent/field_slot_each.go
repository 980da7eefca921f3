// The channel in the field has a slot for each task.
package cases

type race struct {
	results chan error
}

func (r *race) run(task func() error) {
	r.results <- task()
}

func raceAll(tasks []func() error) error {
	r := &race{results: make(chan error, len(tasks))}
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
