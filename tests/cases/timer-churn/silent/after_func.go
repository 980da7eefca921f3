// curfew: --go 1.22 --level advice
// Each round stops the timer that it started.
package cases

import "time"

func runAll(jobs []func(), late func()) {
	for _, job := range jobs {
		timer := time.AfterFunc(time.Minute, late)
		job()
		timer.Stop()
	}
}
