// curfew: --level advice
// Run time: whoever waits for the group after start has returned may miss the second part.
package cases

import "sync"

type parts struct{ wg *sync.WaitGroup }

func start(part func()) *parts {
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go func() { // want untracked-goroutine "not waited for"
		wg.Add(1) // want late-add[advice] "wg.Add runs in a goroutine that never takes itself off"
		part()
	}()
	return &parts{wg}
}
