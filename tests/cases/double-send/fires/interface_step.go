// Run time: the step is behind an interface; its error and the end are both sent.
package cases

type step interface{ Do() error }

func perform(s step) error {
	finished := make(chan error)
	go func() {
		if err := s.Do(); err != nil {
			finished <- err
		}
		finished <- nil // want double-send[error] "finished"
	}()
	err := <-finished
	return err
}
