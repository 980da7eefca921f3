// Run time: the two locks belong to the package, so they are the same for everybody.
package cases

import "sync"

var (
	usersMu  sync.Mutex
	ordersMu sync.Mutex
	users    = map[string]int{}
	orders   = map[int]string{}
)

func Order(user string, id int) {
	ordersMu.Lock()
	defer ordersMu.Unlock()
	usersMu.Lock()
	defer usersMu.Unlock()
	users[user] = id
	orders[id] = user
}

func DropUser(user string) {
	usersMu.Lock()
	defer usersMu.Unlock()
	id, ok := users[user]
	if !ok {
		return
	}
	ordersMu.Lock() // want lock-order "ordersMu is taken while usersMu is held"
	delete(orders, id)
	ordersMu.Unlock()
}
