// curfew: --level advice
// The loop tries three times and has nothing that could cancel it.
package cases

import "time"

func connect(dial func() error) error {
	var err error
	for range 3 {
		if err = dial(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}
