// The loop counts to a limit: its body ends by itself.
package cases

import "time"

func retry(attempt func() error) <-chan error {
	result := make(chan error, 1)
	go func() {
		var err error
		for range 5 {
			if err = attempt(); err == nil {
				break
			}
			time.Sleep(time.Second)
		}
		result <- err
	}()
	return result
}
