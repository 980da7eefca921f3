// After the first send the process ends.
package cases

import "os"

func load(get func() error) error {
	errs := make(chan error)
	go func() {
		if err := get(); err != nil {
			errs <- err
			os.Exit(1)
		}
		errs <- nil
	}()
	return <-errs
}
