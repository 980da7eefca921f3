// Run time: whoever comes first takes the big lock for all, and the last one gives it back; so nobody
// asks for it while another holds it.
package cases

import "sync"

var (
	big   sync.RWMutex
	small sync.Mutex
	count int
)

func begin() {
	small.Lock()
	defer small.Unlock()
	if count == 0 {
		big.Lock()
	}
	count++
}

func end() {
	small.Lock()
	defer small.Unlock()
	count--
	if count == 0 {
		big.Unlock()
	}
}

func Work(f func()) {
	begin()
	f()
	end()
}
