package cases

import "sync"

// An error ends the rounds, so that each starts with an empty channel.
func runRounds(rounds int, work func(int) error) error {
	const workers = 100
	errs := make(chan error, workers)
	var wg sync.WaitGroup
	for round := 0; round < 3; round++ {
		wg.Add(workers)
		for i := 0; i < workers; i++ {
			go func() {
				defer wg.Done()
				if err := work(i); err != nil {
					errs <- err
				}
			}()
		}
		wg.Wait()
		select {
		case err := <-errs:
			return err
		default:
		}
	}
	return nil
}
