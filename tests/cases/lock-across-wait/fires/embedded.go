// Run time: the lock is an embedded mutex, whose promoted methods are called on the struct.
package cases

import "sync"

type index struct {
	sync.Mutex
	words   map[string]int
	changed chan string
}

func (x *index) add(word string) {
	x.Lock()
	defer x.Unlock()
	x.words[word]++
	x.changed <- word // want lock-across-wait "x"
}
