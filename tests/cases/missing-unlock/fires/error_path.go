// Run time: where parsing fails, the lock stays held.
package cases

import (
	"strconv"
	"sync"
)

func add(mu *sync.Mutex, sum *int, text string) error {
	mu.Lock() // want missing-unlock "mu.Lock"
	n, err := strconv.Atoi(text)
	if err != nil {
		return err
	}
	*sum += n
	mu.Unlock()
	return nil
}
