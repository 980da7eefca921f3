// The package is imported: its init starts a loop that no importer can stop.
package cases

import "time"

var uptime int

func init() {
	go countUptime() // want unclosable-singleton "countUptime"
}

func countUptime() {
	for range time.Tick(time.Second) {
		uptime++
	}
}
