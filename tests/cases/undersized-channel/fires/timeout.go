// Run time: the deadline passes before all have answered; the late ones find no receiver.
package cases

import "time"

func poll(sensors []func() int) (sum int) {
	readings := make(chan int) // want undersized-channel[error] "readings"
	for _, read := range sensors {
		go func() { readings <- read() }()
	}
	deadline := time.After(time.Second)
	for range sensors {
		select {
		case r := <-readings:
			sum += r
		case <-deadline:
			return sum
		}
	}
	return sum
}
