// save waits for the goroutine that writes: nobody has to excuse it any more.
package cases

import (
	"os"
	"sync"
)

func save(path string, data []byte) (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	//curfew:detached a lost copy does not matter // want unused-detached "no rule has anything to say"
	go func() {
		defer wg.Done()
		err = os.WriteFile(path, data, 0o600)
	}()
	wg.Wait()
	return err
}
