// curfew: --go 1.21
// One variable serves all rounds.
package cases

import "sync"

func rounds(n int, run func(*sync.Mutex)) {
	for i, mu := 0, (sync.Mutex{}); i < n; i++ {
		run(&mu)
	}
}
