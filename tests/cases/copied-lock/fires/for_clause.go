// Run time: from Go 1.22 on each round gets a copy of the mutex, held as it was when the last round ended.
package cases

import "sync"

func rounds(n int, run func(*sync.Mutex)) {
	for i, mu := 0, (sync.Mutex{}); i < n; i++ { // want copied-lock "mu is copied into a new variable each round"
		run(&mu)
	}
}
