// The group that starts the goroutine waits for it.
package cases

import (
	"os"
	"sync"
)

func save(path string, data []byte) {
	var wg sync.WaitGroup
	//curfew:detached a lost copy does not matter // want unused-detached "no rule has anything to say"
	wg.Go(func() { _ = os.WriteFile(path, data, 0o600) })
	wg.Wait()
}
