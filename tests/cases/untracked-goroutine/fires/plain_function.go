// curfew: --level advice
// The process ends soon after the call: who calls Remember, and whether a shutdown waits, cannot be seen.
package cases

import "os"

func Remember(note string) {
	go func() { // want untracked-goroutine[advice] "Remember"
		os.WriteFile("notes", []byte(note), 0o600)
	}()
}
