// Run time: the worker ends when the channel is closed, which the early return leaves out.
package cases

func feed(items []string, check func(string) error, handle func(string)) error {
	jobs := make(chan string)
	go func() {
		for {
			job, ok := <-jobs // want abandoned-receiver[warning] "jobs"
			if !ok {
				return
			}
			handle(job)
		}
	}()
	for _, item := range items {
		if err := check(item); err != nil {
			return err
		}
		jobs <- item
	}
	close(jobs)
	return nil
}
