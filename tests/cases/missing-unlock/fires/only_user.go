package cases

import "sync"

var (
	portsMu sync.Mutex
	ports   = map[int]bool{}
)

func reserve(port int) bool {
	portsMu.Lock() // want missing-unlock "nobody gives it back"
	if ports[port] {
		return false
	}
	ports[port] = true
	return true
}
