// At this level nothing is said about a function that no handler reaches and whose type has no shutdown.
package cases

import "os"

func Remember(note string) {
	go func() {
		os.WriteFile("notes", []byte(note), 0o600)
	}()
}
